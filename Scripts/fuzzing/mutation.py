"""Case files with random changes: of their words, of their lines, and of their syntax trees."""

import ast
import copy
import re

import casefile
from fuzzing import hostile

TOKEN = re.compile(r"\w+|[^\w\s]+|\s+")
FORBIDDEN = re.compile(hostile.FORBIDDEN)


class Mutation:
    """Makes programs out of Tests/Cases."""

    def __init__(self, chance):
        self.chance = chance
        texts = [casefile.split(path.read_text())[1] for path in casefile.find([])]
        self.texts = [text for text in texts if not FORBIDDEN.search(text)]
        self.words = [token for text in self.texts for token in TOKEN.findall(text) if not token.isspace()]
        self.lines = [line.strip() for text in self.texts for line in text.split("\n") if line.strip()]
        self.trees = {}

    def program(self):
        text = self.chance.choice(self.texts)
        if self.chance.random() < 0.6:
            made = self.changed_tree(text)
        else:
            made = text
            for _ in range(self.chance.choice([1, 1, 2, 3, 5])):
                made = self.changed_words(made) or "pass"
        return made if not FORBIDDEN.search(made) else "pass"

    # Words and lines: what comes of it need not be Python.

    def changed_words(self, text):
        chance, rows = self.chance, text.split("\n")
        i, j = chance.randrange(len(rows)), chance.randrange(len(rows))
        indent = lambda line: line[: len(line) - len(line.lstrip())]
        kind = chance.random()
        if kind < 0.4:
            tokens = TOKEN.findall(text)
            places = [k for k, token in enumerate(tokens) if not token.isspace()]
            if places:
                own = [tokens[k] for k in places]
                tokens[chance.choice(places)] = chance.choice(self.words if chance.random() < 0.5 else own)
            return "".join(tokens)
        if kind < 0.5:
            del rows[i]
        elif kind < 0.6:
            rows.insert(i, indent(rows[i]) + (rows[j].strip() if chance.random() < 0.7 else chance.choice(self.lines)))
        elif kind < 0.7:
            rows[i], rows[j] = indent(rows[i]) + rows[j].strip(), indent(rows[j]) + rows[i].strip()
        elif kind < 0.8:
            rows.insert(i, indent(rows[i]) + chance.choice(hostile.INTRUSIONS))
        else:

            def other(match):
                return "(" + hostile.expression(chance) + ")" if chance.random() < 0.1 else match.group()

            return re.sub(r"\b\d+\b|\"\w*\"|'\w*'", other, text)
        return "\n".join(rows)

    # Trees: what comes of it can be compiled, mostly.

    def tree(self, text):
        if text not in self.trees:
            try:
                self.trees[text] = ast.parse(text)
            except SyntaxError:
                self.trees[text] = None
        return self.trees[text]

    def changed_tree(self, text):
        tree = self.tree(text)
        if tree is None or not tree.body:
            return self.changed_words(text)
        tree = ast.parse(text)
        for _ in range(self.chance.choice([1, 2, 3, 5, 8])):
            self.chance.choice(
                [
                    self.other_statement,
                    self.other_expression,
                    self.other_expression,
                    self.hostile_expression,
                    self.hostile_expression,
                    self.intruder,
                    self.other_method,
                ]
            )(tree)
        tree.body = [self.guarded(statement) for statement in tree.body]
        try:
            changed = ast.unparse(ast.fix_missing_locations(tree))
        except Exception:
            return self.changed_words(text)
        chance = self.chance
        head = [
            hostile.PRELUDE,
            "box = []",
            *hostile.a_class(chance, "H"),
            f"try: box = {chance.choice(['[H(), H()]', '{1: H()}', 'H()', '[1, 2, 3]'])}",
            "except Exception: pass",
            "gen = walk()",
            "h = it = view = box",
        ]
        return "\n".join(head) + "\n" + changed + "\n"

    def guarded(self, statement):
        """The statement in a `try`, so that what follows it runs as well."""
        if self.chance.random() < 0.2 or isinstance(statement, (ast.Try, ast.ImportFrom, ast.Pass)):
            return statement
        caught = ast.ExceptHandler(type=ast.Name("Exception", ast.Load()), name=None, body=[ast.Pass()])
        return ast.Try(body=[statement], handlers=[caught], orelse=[], finalbody=[])

    def blocks(self, tree):
        return [
            getattr(node, field)
            for node in ast.walk(tree)
            for field in ("body", "orelse", "finalbody")
            if isinstance(getattr(node, field, None), list) and getattr(node, field)
        ]

    def places(self, tree):
        """-> where an expression stands that is only read: the node that holds it, the field, the index or None"""
        found = []
        for node in ast.walk(tree):
            if isinstance(node, (ast.pattern, ast.JoinedStr, ast.FormattedValue)):
                continue
            for field, value in ast.iter_fields(node):
                if isinstance(value, ast.expr) and not isinstance(getattr(value, "ctx", None), (ast.Store, ast.Del)):
                    found.append((node, field, None))
                elif isinstance(value, list):
                    found += [
                        (node, field, k)
                        for k, item in enumerate(value)
                        if isinstance(item, ast.expr) and not isinstance(getattr(item, "ctx", None), (ast.Store, ast.Del))
                    ]
        return found

    def replace(self, place, made):
        node, field, k = place
        if k is None:
            setattr(node, field, made)
        else:
            getattr(node, field)[k] = made

    def read(self, place):
        node, field, k = place
        return getattr(node, field) if k is None else getattr(node, field)[k]

    def other_statement(self, tree):
        block = self.chance.choice(self.blocks(tree))
        i, j = self.chance.randrange(len(block)), self.chance.randrange(len(block))
        kind = self.chance.random()
        if kind < 0.3:
            block[i], block[j] = block[j], block[i]
        elif kind < 0.5:
            block.insert(i, copy.deepcopy(block[j]))
        elif kind < 0.7 and len(block) > 1:
            del block[i]
        elif kind < 0.85:
            other = self.chance.choice(self.blocks(tree))
            other.insert(self.chance.randrange(len(other) + 1), copy.deepcopy(block[i]))
        else:
            other = self.tree(self.chance.choice(self.texts))
            if other and other.body:
                block.insert(i, copy.deepcopy(self.chance.choice(self.chance.choice(self.blocks(other)))))

    def other_expression(self, tree):
        places = self.places(tree)
        if places:
            source = places
            if self.chance.random() < 0.3:
                source = self.places(self.tree(self.chance.choice(self.texts)) or tree) or places
            self.replace(self.chance.choice(places), copy.deepcopy(self.read(self.chance.choice(source))))

    def hostile_expression(self, tree):
        places = self.places(tree)
        if places:
            made = (
                hostile.expression(self.chance)
                if self.chance.random() < 0.5
                else self.chance.choice(["H()", "h", "box", "gen", "H", "Other()"])
            )
            self.replace(self.chance.choice(places), ast.parse(made, mode="eval").body)

    def intruder(self, tree):
        block = self.chance.choice(self.blocks(tree))
        line = self.chance.choice(self.chance.choice([hostile.INTRUSIONS, hostile.ATTACKS])).replace("self", "h")
        if line not in ("nonlocal box", "global box"):
            block.insert(self.chance.randrange(len(block) + 1), ast.parse(line).body[0])

    def other_method(self, tree):
        classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        if classes:
            made = ast.parse("\n".join(hostile.a_class(self.chance, "K", ""))).body[0]
            self.chance.choice(classes).body += [
                statement for statement in made.body if isinstance(statement, ast.FunctionDef)
            ][:2]
