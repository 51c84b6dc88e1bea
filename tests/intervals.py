"""Finds code that asks by itself what the gate is for: it compares the moments of the log, or picks by them."""

import ast
import re
from collections.abc import Iterator

MOMENT = re.compile(r"live_(from|until)")
LOOKUP = re.compile(r"live_(from|until)__|(updated|first_published)__(lt|gt|range)")
FILTERS = {"filter", "exclude", "get", "Q", "When", "get_or_create", "update_or_create", "dict"}
# Where a name of the two may stand as a text: what only puts in order or reads, and picks nothing.
READING = {"order_by", "values", "values_list"}
COMPARING = {"max", "min", "sorted", "sort", "bisect", "bisect_left", "bisect_right", "lt", "le", "gt", "ge", "eq"}
PICKING = {"first", "last", "latest", "earliest"}
LOG = {"Edition", "PublicRecord"}
RELATED = {"editions", "records"}
GATE = {"live", "gone_live", "not_called_off", "scheduled", "without_successor", "closed_at"}
IN_TEMPLATES = re.compile(r"\{%-?\s*(?:el)?if\b[^%]*live_(?:from|until)")


def comparing(source: str) -> Iterator[int]:
    """Lines of a Python file that compare `live_from` or `live_until`, filter by them, or pick a row by them.

    It follows no value: what was read into a list or handed to a function is compared there unseen, and so is a
    column whose name is put together.
    """
    tree = ast.parse(source)
    harmless = {id(node.value) for node in ast.walk(tree) if _is_docstring(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in READING:
            harmless |= {id(argument) for argument in node.args}
    for node in ast.walk(tree):
        if id(node) not in harmless and _asks(node):
            yield node.lineno


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _asks(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=str(text)):
            return _is_a_moment(text)
        case ast.Call():
            return _filters(node) or _picks(node) or (_name(node.func) in COMPARING and _holds_a_moment(node))
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return _holds_a_moment(node)
        case ast.If(test=test) | ast.IfExp(test=test):
            return _holds_a_moment(test)
        case ast.Assign(value=value) | ast.NamedExpr(value=value) | ast.AnnAssign(value=value):
            return isinstance(value, ast.Attribute) and _holds_a_moment(value)
        case ast.Subscript(value=ast.Call() as call):
            return _picks_from(call)
    return False


def _filters(call: ast.Call) -> bool:
    names = [keyword.arg or "" for keyword in call.keywords]
    return any(LOOKUP.search(name) for name in names) or (
        _name(call.func) in FILTERS and any(MOMENT.search(name) for name in names)
    )


def _picks(call: ast.Call) -> bool:
    return _name(call.func) in PICKING and _picks_from(call.func)


def _picks_from(rows: ast.expr) -> bool:
    """Whether these are rows of the log, or any in the order of their moments, and not what the gate gave."""
    names = {part.id for part in ast.walk(rows) if isinstance(part, ast.Name)}
    attributes = {part.attr for part in ast.walk(rows) if isinstance(part, ast.Attribute)}
    in_order_of_time = any(isinstance(part, ast.Constant) and _is_a_moment(part.value) for part in ast.walk(rows))
    return not GATE & attributes and bool(LOG & names or RELATED & attributes or in_order_of_time)


def _is_a_moment(text: object) -> bool:
    return isinstance(text, str) and bool(MOMENT.search(text))


def _holds_a_moment(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Attribute) and MOMENT.fullmatch(part.attr) for part in ast.walk(node))


def _name(node: ast.expr) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))
