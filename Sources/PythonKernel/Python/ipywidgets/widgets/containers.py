"""Boxes of widgets, captured output, links, and what the front end knows of them."""
from traitlets import Any, CaselessStrEnum, Dict, Int, TraitError, Unicode, observe, validate

from .core import CoreWidget, DOMWidget
from .widget import TypedTuple, register, widget_serialization, \
    __jupyter_widgets_output_version__


@register
class Box(DOMWidget, CoreWidget):
    """Several widgets."""

    _model_name = Unicode("BoxModel").tag(sync=True)
    _view_name = Unicode("BoxView").tag(sync=True)
    children = TypedTuple(trait=Any()).tag(sync=True, **widget_serialization)
    box_style = CaselessStrEnum(values=["success", "info", "warning", "danger", ""], default_value="").tag(sync=True)

    def __init__(self, children=(), **kwargs):
        if children:
            kwargs["children"] = children
        super().__init__(**kwargs)


@register
class VBox(Box):
    _model_name = Unicode("VBoxModel").tag(sync=True)
    _view_name = Unicode("VBoxView").tag(sync=True)


@register
class HBox(Box):
    _model_name = Unicode("HBoxModel").tag(sync=True)
    _view_name = Unicode("HBoxView").tag(sync=True)


@register
class GridBox(Box):
    _model_name = Unicode("GridBoxModel").tag(sync=True)
    _view_name = Unicode("GridBoxView").tag(sync=True)


class _Pages(Box):
    titles = TypedTuple(trait=Unicode()).tag(sync=True)
    selected_index = Int(None, allow_none=True).tag(sync=True)

    @validate("selected_index")
    def _validate_selected_index(self, proposal):
        if proposal.value is None or 0 <= proposal.value < len(self.children):
            return proposal.value
        raise TraitError("Invalid selection: index out of bounds")

    @validate("titles")
    def _validate_titles(self, proposal):
        titles = list(proposal.value)
        return tuple(titles + [""] * (len(self.children) - len(titles)))

    @observe("children")
    def _children_changed(self, change):
        self.set_trait("titles", self.titles)
        if self.selected_index is not None and len(change.new) <= self.selected_index:
            self.selected_index = None

    def set_title(self, index, title):
        titles = list(self.titles)
        titles += [""] * (index + 1 - len(titles))
        titles[index] = str(title)
        self.titles = tuple(titles)

    def get_title(self, index):
        return self.titles[index]


@register
class Accordion(_Pages):
    _view_name = Unicode("AccordionView").tag(sync=True)
    _model_name = Unicode("AccordionModel").tag(sync=True)


@register
class Tab(_Pages):
    _view_name = Unicode("TabView").tag(sync=True)
    _model_name = Unicode("TabModel").tag(sync=True)

    def __init__(self, children=(), **kwargs):
        if len(children) > 0 and "selected_index" not in kwargs:
            kwargs["selected_index"] = 0
        super().__init__(children=children, **kwargs)


@register
class Stack(_Pages):
    _view_name = Unicode("StackView").tag(sync=True)
    _model_name = Unicode("StackModel").tag(sync=True)


@register
class Output(DOMWidget):
    """Catches output: `with out:` shows in the widget what is printed and displayed."""

    _view_name = Unicode("OutputView").tag(sync=True)
    _model_name = Unicode("OutputModel").tag(sync=True)
    _view_module = Unicode("@jupyter-widgets/output").tag(sync=True)
    _model_module = Unicode("@jupyter-widgets/output").tag(sync=True)
    _view_module_version = Unicode(__jupyter_widgets_output_version__).tag(sync=True)
    _model_module_version = Unicode(__jupyter_widgets_output_version__).tag(sync=True)
    msg_id = Unicode("").tag(sync=True)
    outputs = TypedTuple(trait=Dict()).tag(sync=True)
    _depth = 0

    def clear_output(self, *pargs, **kwargs):
        from IPython.display import clear_output
        with self:
            clear_output(*pargs, **kwargs)

    def capture(self, clear_output=False, *clear_args, **clear_kwargs):
        """A decorator: what the function prints goes here."""
        def decorator(function):
            import functools

            @functools.wraps(function)
            def inner(*args, **kwargs):
                if clear_output:
                    self.clear_output(*clear_args, **clear_kwargs)
                with self:
                    return function(*args, **kwargs)
            return inner
        return decorator

    # The front end moves what carries the request's identity into the widget while `msg_id` names it.
    def __enter__(self):
        self._flush()
        self._depth += 1
        parent = _parent_id()
        if parent:
            self.msg_id = parent

    def __exit__(self, kind, error, trace):
        shown = False
        if error is not None and isinstance(error, Exception) and _parent_id():
            from IPython import get_ipython
            get_ipython().showtraceback(error)
            shown = True
        self._flush()
        self._depth -= 1
        if self._depth == 0:
            self.msg_id = ""
        return True if shown else None

    def _flush(self):
        import sys
        sys.stdout.flush()
        sys.stderr.flush()

    def append_stdout(self, text):
        self._append_stream(text, "stdout")

    def append_stderr(self, text):
        self._append_stream(text, "stderr")

    def _append_stream(self, text, name):
        self.outputs += ({"output_type": "stream", "name": name, "text": text},)

    def append_display_data(self, display_object):
        from IPython import get_ipython
        data, metadata = get_ipython().display_formatter.format(display_object)
        self.outputs += ({"output_type": "display_data", "data": data, "metadata": metadata},)


def _parent_id():
    from IPython import get_ipython
    shell = get_ipython()
    if shell is None:
        return ""
    return shell.kernel.get_parent().get("header", {}).get("msg_id", "")


# Links that live in the front end.

@register
class Link(CoreWidget):
    _model_name = Unicode("LinkModel").tag(sync=True)
    target = Any().tag(sync=True, **widget_serialization)
    source = Any().tag(sync=True, **widget_serialization)

    def __init__(self, source, target, **kwargs):
        kwargs["source"] = source
        kwargs["target"] = target
        super().__init__(**kwargs)

    def unlink(self):
        self.close()


@register
class DirectionalLink(Link):
    _model_name = Unicode("DirectionalLinkModel").tag(sync=True)


def jslink(attr1, attr2):
    """Keeps two traits equal in the front end, without the kernel."""
    return Link(attr1, attr2)


def jsdlink(source, target):
    """Copies one trait to another in the front end, without the kernel."""
    return DirectionalLink(source, target)


# Layouts made of boxes.

class _Template(GridBox):
    def __init__(self, *children, **kwargs):
        for name in ("width", "height", "grid_gap", "justify_content", "align_items"):
            if name in kwargs:
                self._grid = getattr(self, "_grid", {})
                self._grid[name] = kwargs.pop(name)
        super().__init__(*children, **kwargs)
        for name, value in getattr(self, "_grid", {}).items():
            setattr(self.layout, name, value)


class TwoByTwoLayout(_Template):
    """Four widgets in the corners."""

    def __init__(self, top_left=None, top_right=None, bottom_left=None, bottom_right=None, merge=True, **kwargs):
        super().__init__(**kwargs)
        places = {"top-left": top_left, "top-right": top_right, "bottom-left": bottom_left,
                  "bottom-right": bottom_right}
        rows = [["top-left", "top-right"], ["bottom-left", "bottom-right"]]
        if merge:
            for row in rows:
                missing = [n for n in row if places[n] is None]
                if len(missing) == 1:
                    keep = [n for n in row if n not in missing][0]
                    row[0] = row[1] = keep
            for above, below in ((0, 1), (1, 0)):
                if all(places.get(n) is None for n in rows[above]):
                    rows[above] = rows[below]
        self.layout.grid_template_areas = "\n".join(['"%s"' % " ".join(row) for row in rows])
        shown = []
        for name, widget in places.items():
            if widget is not None:
                widget.layout.grid_area = name
                shown.append(widget)
        self.children = tuple(shown)


class AppLayout(_Template):
    """Header, footer, sidebars and a centre."""

    def __init__(self, header=None, footer=None, left_sidebar=None, right_sidebar=None, center=None, merge=True,
                 pane_widths=None, pane_heights=None, **kwargs):
        super().__init__(**kwargs)
        places = [("header", header), ("left-sidebar", left_sidebar), ("center", center),
                  ("right-sidebar", right_sidebar), ("footer", footer)]
        columns = [n for n, w in places[1:4] if w is not None] or ["center"]
        rows = []
        if header is not None:
            rows.append(["header"] * len(columns))
        rows.append(columns)
        if footer is not None:
            rows.append(["footer"] * len(columns))

        def sizes(values):
            return " ".join([v if isinstance(v, str) else "%gfr" % v for v in values])
        widths = pane_widths or ["1fr", "2fr", "1fr"]
        heights = pane_heights or ["1fr", "3fr", "1fr"]
        names = ["left-sidebar", "center", "right-sidebar"]
        self.layout.grid_template_columns = sizes([widths[names.index(n)] for n in columns])
        shown = [h for h, w in zip(heights, (header, True, footer)) if w is not None]
        self.layout.grid_template_rows = sizes(shown)
        self.layout.grid_template_areas = "\n".join(['"%s"' % " ".join(row) for row in rows])
        children = []
        for name, widget in places:
            if widget is not None:
                widget.layout.grid_area = name
                children.append(widget)
        self.children = tuple(children)


class GridspecLayout(_Template):
    """A grid of rows and columns; `grid[0, 1:] = widget` places one."""

    def __init__(self, n_rows=1, n_columns=1, **kwargs):
        self.n_rows, self.n_columns = n_rows, n_columns
        self._places = {}
        super().__init__(**kwargs)
        self.layout.grid_template_rows = "repeat(%d, 1fr)" % n_rows
        self.layout.grid_template_columns = "repeat(%d, 1fr)" % n_columns

    def _span(self, key, count):
        if isinstance(key, slice):
            start, stop, _ = key.indices(count)
        else:
            start = key + count if key < 0 else key
            stop = start + 1
        if not 0 <= start < stop <= count:
            raise IndexError("index out of range")
        return start, stop

    def __setitem__(self, key, widget):
        row, column = key if isinstance(key, tuple) else (key, slice(None))
        rows, columns = self._span(row, self.n_rows), self._span(column, self.n_columns)
        self._places = {k: w for k, w in self._places.items() if not (
            k[0][0] < rows[1] and rows[0] < k[0][1] and k[1][0] < columns[1] and columns[0] < k[1][1])}
        widget.layout.grid_row = "%d / %d" % (rows[0] + 1, rows[1] + 1)
        widget.layout.grid_column = "%d / %d" % (columns[0] + 1, columns[1] + 1)
        self._places[(rows, columns)] = widget
        self.children = tuple(self._places.values())

    def __getitem__(self, key):
        row, column = key if isinstance(key, tuple) else (key, slice(None))
        place = (self._span(row, self.n_rows), self._span(column, self.n_columns))
        for (rows, columns), widget in self._places.items():
            if rows[0] <= place[0][0] < rows[1] and columns[0] <= place[1][0] < columns[1]:
                return widget
        raise IndexError("no widget at this place")
