"""The variables, forms and aliases that `typing` consists of.

A *form* is a name such as Union that gets arguments in brackets; an *alias* is what comes out. An alias knows its origin,
its arguments and which type variables are in them; `alias[...]` puts other types in the place of these.
"""
from _typing_checks import (
    _Final, _Function, _LIMIT, _Native, _NativeUnion, _bases_only, _caller, _check_generic, _collect_parameters,
    _deduplicate, _forget, _is_dunder, _is_param_expr, _is_typevar_like, _is_unpacked_typevartuple, _new_cache,
    _tp_cache, _tuple, _type_check, _type_convert, _type_repr, _types, _unpack_args, _words,
)
from _typing_variables import (
    ForwardRef, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple,
    _alias_from_syntax, _eval_type, _from_syntax, _generic_over,
)
from _typing_aliases import (
    _AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias, _CallableType, _ConcatenateGenericAlias,
    _GenericAlias, _LiteralGenericAlias, _SpecialGenericAlias, _TupleType, _UnionGenericAlias,
    _UnpackGenericAlias,
)
from _typing_forms import (
    _SpecialForm, _concatenate, _literal, _one, _one_special, _optional, _refuse, _union, _unpack,
)
