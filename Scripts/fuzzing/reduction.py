"""Cuts what died down to the few lines that do it."""

import ast
import copy
import time


class Reduction:
    """`dies(texts)` tells whether a list of programs still ends as it did; `seconds` bounds the work."""

    def __init__(self, dies, seconds):
        self.dies, self.end = dies, time.monotonic() + seconds

    def __call__(self, texts):
        """-> the shortest list found, or None when the programs do not die a second time"""
        if self.dies(texts[-1:]):
            texts = texts[-1:]
        elif self.dies(texts) or self.dies(texts):
            texts = self.fewer(texts, self.dies)
        else:
            return None
        for k in range(len(texts)):

            def alone(text):
                return self.dies(texts[:k] + [text] + texts[k + 1 :])

            texts[k] = self.statements(texts[k], alone)
            lines = self.fewer(texts[k].split("\n"), lambda rows: alone("\n".join(rows)))
            texts[k] = "\n".join(lines)
        return texts

    def fewer(self, items, still):
        """Takes out halves, quarters, … of a list as long as `still` holds."""
        size = max(1, len(items) // 2)
        while True:
            k = 0
            while k < len(items):
                shorter = items[:k] + items[k + size :]
                if time.monotonic() > self.end:
                    return items
                if len(shorter) < len(items) and still(shorter):
                    items = shorter
                else:
                    k += size
            if size == 1:
                return items
            size //= 2

    def statements(self, text, still):
        """Takes out statements, and replaces what holds statements by them and expressions by None or their parts."""
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return text
        if not still(ast.unparse(tree)):
            return text
        improved = True
        while improved and time.monotonic() < self.end:
            improved = False
            for change in (self.without_statements, self.without_depth, self.smaller_expressions):
                for smaller in change(tree):
                    if time.monotonic() > self.end:
                        return ast.unparse(tree)
                    try:
                        shorter = ast.unparse(ast.fix_missing_locations(smaller))
                    except Exception:
                        continue
                    if len(shorter) < len(ast.unparse(tree)) and still(shorter):
                        tree, improved = smaller, True
                        break
                if improved:
                    break
        return ast.unparse(tree)

    def lists(self, tree):
        """-> the number of the node, the field and the statements of each block, the longest first"""
        found = []
        for number, node in enumerate(ast.walk(tree)):
            for field in ("body", "orelse", "finalbody", "handlers"):
                block = getattr(node, field, None)
                if isinstance(block, list) and block:
                    found.append((number, field, block))
        return sorted(found, key=lambda entry: -len(entry[2]))

    def edited(self, tree, number, field, replacement):
        made = copy.deepcopy(tree)
        node = list(ast.walk(made))[number]
        needs = field == "body" and not isinstance(node, ast.Module)
        setattr(node, field, replacement or ([ast.Pass()] if needs else []))
        return made

    def without_statements(self, tree):
        for number, field, block in self.lists(tree):
            size = len(block)
            while size >= 1:
                for k in range(0, len(block), size):
                    yield self.edited(tree, number, field, copy.deepcopy(block[:k] + block[k + size :]))
                size //= 2

    def without_depth(self, tree):
        for number, field, block in self.lists(tree):
            for k, statement in enumerate(block):
                inner = getattr(statement, "body", None)
                if isinstance(inner, list) and field != "handlers":
                    yield self.edited(tree, number, field, copy.deepcopy(block[:k] + inner + block[k + 1 :]))

    def smaller_expressions(self, tree):
        for number, node in enumerate(ast.walk(tree)):
            for field, value in ast.iter_fields(node):
                if isinstance(value, ast.expr) and not isinstance(value, (ast.Name, ast.Constant)):
                    for smaller in [ast.Constant(None), *[x for x in ast.iter_child_nodes(value) if isinstance(x, ast.expr)]]:
                        yield self.edited(tree, number, field, copy.deepcopy(smaller))
                elif isinstance(value, list) and value and isinstance(value[0], (ast.expr, ast.keyword, ast.comprehension)):
                    for k in range(len(value)):
                        yield self.edited(tree, number, field, copy.deepcopy(value[:k] + value[k + 1 :]))
