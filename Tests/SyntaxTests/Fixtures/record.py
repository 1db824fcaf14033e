"""Records what CPython and IPython say about the sources in the tables beside this script.

Each table is a JSON object: "recorded" names the versions, "cases" is a list whose first items are sources.
Add a case as a list with just its source, then run the script with the interpreter the table names:

    python3.11 record.py errors.json trees.json        python3.12 record.py errors-3.12.json trees-3.12.json
    python record.py completeness.json                 (with IPython)
"""

import ast
import json
import sys
import warnings


def dump(node):
    """Like ast.dump, without what Wick's tree leaves out, and in ASCII."""
    if isinstance(node, list):
        return "[" + ", ".join(map(dump, node)) + "]"
    if isinstance(node, ast.Constant):
        value = node.value
        return f"Constant(value={'Ellipsis' if value is ... else ascii(value)})"
    if not isinstance(node, ast.AST):
        return ascii(node)
    fields = []
    for name in node._fields:
        value = getattr(node, name, None)
        is_optional = getattr(type(node), name, ...) is None and not isinstance(node, ast.MatchSingleton)
        is_empty = name == "type_params" and value == [] and not isinstance(node, getattr(ast, "TypeAlias", ()))
        if name == "type_comment" or (value is None and is_optional) or is_empty:
            continue
        fields.append(f"{name}={dump(value)}")
    return f"{type(node).__name__}({', '.join(fields)})"


def error(source):
    try:
        ast.parse(source)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    raise SystemExit(f"no error in {source!r}")


def completeness(source):
    from IPython.core.inputtransformer2 import TransformerManager

    return list(TransformerManager().check_complete(source))


def main():
    warnings.simplefilter("ignore")
    for path in sys.argv[1:]:
        with open(path) as file:
            table = json.load(file)
        version = "CPython " + sys.version.split()[0]
        if path.endswith("completeness.json"):
            import IPython

            version += ", IPython " + IPython.__version__
            record = completeness
        elif path.split("/")[-1].startswith("errors"):
            record = error
        else:
            record = lambda source: [dump(ast.parse(source))]
        cases = [[case[0]] + record(case[0]) for case in table["cases"]]
        with open(path, "w") as file:
            file.write('{"recorded": ' + json.dumps(version) + ', "cases": [\n')
            file.write(",\n".join(json.dumps(case) for case in cases) + "\n]}\n")


main()
