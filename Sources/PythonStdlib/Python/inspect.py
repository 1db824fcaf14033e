"""What objects are and how they may be called."""
import builtins
import enum
import functools
import os
import sys
import types
from collections import OrderedDict, namedtuple
from _inspect_kinds import (
    CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE, CO_NESTED, CO_NEWLOCALS, CO_NOFREE,
    CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS, TPFLAGS_IS_ABSTRACT, isabstract, isasyncgen, isasyncgenfunction,
    isawaitable, isbuiltin, isclass, iscode, iscoroutine, iscoroutinefunction, isdatadescriptor, isframe,
    isfunction, isgenerator, isgeneratorfunction, isgetsetdescriptor, ismemberdescriptor, ismethod,
    ismethoddescriptor, ismethodwrapper, ismodule, isroutine, istraceback, markcoroutinefunction,
)
from _inspect_members import Attribute, classify_class_attrs, getattr_static, getmembers, getmembers_static, getmro
from _inspect_source import (
    ClassFoundException, EndOfBlock, _findclass, _finddoc, cleandoc, findsource, getabsfile, getblock,
    getclasstree, getcomments, getdoc, getfile, getmodule, getmodulename, getsource, getsourcefile,
    getsourcelines, indentsize, unwrap, walktree,
)
from _inspect_signature import (
    BoundArguments, Parameter, Signature, _ParameterKind, _empty, _void, formatannotation, signature,
)
from _inspect_callables import _signature_from_callable, get_annotations
from _inspect_arguments import (
    ArgInfo, Arguments, ClosureVars, FullArgSpec, formatannotationrelativeto, formatargvalues, getargs,
    getargvalues, getcallargs, getclosurevars, getfullargspec,
)
from _inspect_frames import (
    CORO_CLOSED, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, FrameInfo, GEN_CLOSED, GEN_CREATED, GEN_RUNNING,
    GEN_SUSPENDED, Traceback, currentframe, getcoroutinelocals, getcoroutinestate, getframeinfo,
    getgeneratorlocals, getgeneratorstate, getinnerframes, getlineno, getouterframes, stack, trace,
)


class BufferFlags(enum.IntFlag):
    SIMPLE = 0x0
    WRITABLE = 0x1
    FORMAT = 0x4
    ND = 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS = 0x20 | STRIDES
    F_CONTIGUOUS = 0x40 | STRIDES
    ANY_CONTIGUOUS = 0x80 | STRIDES
    INDIRECT = 0x100 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 0x100
    WRITE = 0x200


if __name__ == "__main__":
    from _programs.inspect import main
    main()
