"""Objects that show themselves, and the functions that show them."""
import _wick_shell

__all__ = ["display", "clear_output", "publish_display_data", "update_display", "DisplayHandle", "display_pretty",
    "display_html", "display_markdown", "display_svg", "display_png", "display_jpeg", "display_webp", "display_latex",
    "display_json", "display_javascript", "display_pdf", "DisplayObject", "TextDisplayObject", "Pretty", "HTML",
    "Markdown", "Math", "Latex", "SVG", "ProgressBar", "JSON", "GeoJSON", "Javascript", "Image", "Video", "Audio",
    "IFrame", "YouTubeVideo", "VimeoVideo", "ScribdDocument", "FileLink", "FileLinks", "Code",
    "set_matplotlib_formats", "set_matplotlib_close"]

def _new_id():
    return _wick_shell.random_hex()

def publish_display_data(data, metadata=None, *, transient=None, update=False, source=None, **kwargs):
    """Publish data and metadata to all frontends."""
    _wick_shell.display(data, metadata or {}, dict(transient or {}, **kwargs), update)

def display(*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False,
            clear=False, **kwargs):
    """Display a Python object in all frontends."""
    if transient is None:
        transient = {}
    if metadata is None:
        metadata = {}
    if display_id:
        if display_id is True:
            display_id = _new_id()
        transient["display_id"] = display_id
    if kwargs.get("update") and "display_id" not in transient:
        raise TypeError("display_id required for update_display")
    update = kwargs.pop("update", False)
    if clear:
        clear_output(wait=True)
    for obj in objs:
        if raw:
            _wick_shell.display(obj, metadata, dict(transient, **kwargs), update)
        else:
            made = _wick_shell.format(obj, include, exclude)
            if made is None:
                continue
            format_dict, md_dict = made
            if not format_dict:
                continue
            if metadata:
                for key, value in metadata.items():
                    if isinstance(value, dict) and isinstance(md_dict.get(key), dict):
                        md_dict[key].update(value)
                    else:
                        md_dict[key] = value
            _wick_shell.display(format_dict, md_dict, dict(transient, **kwargs), update)
    if display_id:
        return DisplayHandle(display_id)

def update_display(obj, *, display_id, **kwargs):
    """Update an existing display by id."""
    kwargs["update"] = True
    display(obj, display_id=display_id, **kwargs)

def clear_output(wait=False):
    """Clear the output of the current cell receiving output."""
    _wick_shell.clear_output(wait)

class DisplayHandle:
    """A handle on an updatable display."""
    def __init__(self, display_id=None):
        self.display_id = _new_id() if display_id is None else display_id
    def __repr__(self):
        return "<%s display_id=%s>" % (self.__class__.__name__, self.display_id)
    def display(self, obj, **kwargs):
        display(obj, display_id=self.display_id, **kwargs)
    def update(self, obj, **kwargs):
        update_display(obj, display_id=self.display_id, **kwargs)

def _display_mimetype(mimetype, objs, raw=False, metadata=None):
    if metadata:
        metadata = {mimetype: metadata}
    if raw:
        objs = [{mimetype: obj} for obj in objs]
    display(*objs, raw=raw, metadata=metadata, include=[mimetype])

def display_pretty(*objs, **kwargs): _display_mimetype("text/plain", objs, **kwargs)
def display_html(*objs, **kwargs): _display_mimetype("text/html", objs, **kwargs)
def display_markdown(*objs, **kwargs): _display_mimetype("text/markdown", objs, **kwargs)
def display_svg(*objs, **kwargs): _display_mimetype("image/svg+xml", objs, **kwargs)
def display_png(*objs, **kwargs): _display_mimetype("image/png", objs, **kwargs)
def display_jpeg(*objs, **kwargs): _display_mimetype("image/jpeg", objs, **kwargs)
def display_webp(*objs, **kwargs): _display_mimetype("image/webp", objs, **kwargs)
def display_latex(*objs, **kwargs): _display_mimetype("text/latex", objs, **kwargs)
def display_json(*objs, **kwargs): _display_mimetype("application/json", objs, **kwargs)
def display_javascript(*objs, **kwargs): _display_mimetype("application/javascript", objs, **kwargs)
def display_pdf(*objs, **kwargs): _display_mimetype("application/pdf", objs, **kwargs)
def set_matplotlib_formats(*formats, **kwargs): pass
def set_matplotlib_close(close=True): pass

class DisplayObject:
    """An object that wraps data to be displayed."""
    _read_flags = "r"
    _show_mem_addr = False
    metadata = None
    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if data is not None and isinstance(data, str):
            if data.startswith("http") and url is None:
                url, filename, data = data, None, None
            elif _wick_shell.is_file(data) and filename is None and url is None:
                url, filename, data = None, data, None
        self.url = url
        self.filename = filename
        self.data = data
        if metadata is not None:
            self.metadata = metadata
        elif self.metadata is None:
            self.metadata = {}
        self.reload()
        self._check_data()
    def __repr__(self):
        if not self._show_mem_addr:
            return "<%s.%s object>" % (self.__class__.__module__, self.__class__.__name__)
        return super().__repr__()
    def _check_data(self):
        pass
    def _data_and_metadata(self):
        if self.metadata:
            return self.data, dict(self.metadata)
        return self.data
    def reload(self):
        if self.filename is not None:
            self.data = _wick_shell.read_file(self.filename, self._read_flags == "rb")
        elif self.url is not None:
            from urllib.request import urlopen
            with urlopen(self.url) as answer:
                self.data = answer.read()
                if self._read_flags == "r":
                    self.data = self.data.decode(answer.headers.get_content_charset("utf-8"), "replace")

class TextDisplayObject(DisplayObject):
    """Create a text display object given raw data."""
    def _check_data(self):
        if self.data is not None and not isinstance(self.data, str):
            raise TypeError("%s expects text, not %r" % (self.__class__.__name__, self.data))

class Pretty(TextDisplayObject):
    def _repr_pretty_(self, pp, cycle):
        return pp.text(self.data)

class HTML(TextDisplayObject):
    def __init__(self, data=None, url=None, filename=None, metadata=None):
        super().__init__(data=data, url=url, filename=filename, metadata=metadata)
    def _repr_html_(self):
        return self._data_and_metadata()
    def __html__(self):
        return self._repr_html_()

class Markdown(TextDisplayObject):
    def _repr_markdown_(self):
        return self._data_and_metadata()

class Math(TextDisplayObject):
    def _repr_latex_(self):
        s = "$\\displaystyle %s$" % self.data.strip("$")
        if self.metadata:
            return s, dict(self.metadata)
        return s

class Latex(TextDisplayObject):
    def _repr_latex_(self):
        return self._data_and_metadata()

class SVG(DisplayObject):
    """Create an SVG display object."""
    def _check_data(self):
        if isinstance(self.data, bytes):
            self.data = self.data.decode("utf-8")
        if isinstance(self.data, str):
            at = self.data.find("<svg")
            if at > 0:
                self.data = self.data[at:]
    def _repr_svg_(self):
        return self._data_and_metadata()

class ProgressBar(DisplayObject):
    """A progress bar that updates itself while it is iterated."""
    def __init__(self, total):
        self.total = total
        self._progress = 0
        self.html_width = "60ex"
        self.text_width = 60
        self._display_id = _new_id()
    def __repr__(self):
        fraction = self._progress / self.total
        filled = "=" * int(fraction * self.text_width)
        return "[" + filled + " " * (self.text_width - len(filled)) + "] %s/%s" % (self._progress, self.total)
    def _repr_html_(self):
        return "<progress style='width:%s' max='%s' value='%s'></progress>" % (
            self.html_width, self.total, self._progress)
    def display(self):
        display(self, display_id=self._display_id)
    def update(self):
        display(self, display_id=self._display_id, update=True)
    @property
    def progress(self):
        return self._progress
    @progress.setter
    def progress(self, value):
        self._progress = value
        self.update()
    def __iter__(self):
        self.display()
        self._progress = -1
        return self
    def __next__(self):
        self.progress += 1
        if self.progress < self.total:
            return self.progress
        raise StopIteration()

class JSON(DisplayObject):
    """JSON expects a JSON-able dict or list, not an already-serialized JSON string."""
    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, root="root", **kwargs):
        self.metadata = {"expanded": expanded, "root": root}
        if metadata:
            self.metadata.update(metadata)
        if kwargs:
            self.metadata.update(kwargs)
        super().__init__(data=data, url=url, filename=filename)
    def _check_data(self):
        if self.data is not None and not isinstance(self.data, (dict, list, str)):
            raise TypeError("%s expects JSONable dict or list, not %r" % (self.__class__.__name__, self.data))
        if isinstance(self.data, str):
            if self.filename is None and self.url is None:
                import warnings
                warnings.warn("JSON expects JSONable dict or list, not JSON strings", stacklevel=4)
            self.data = _wick_shell.parse_json(self.data)
    def _data_and_metadata(self):
        return self.data, self.metadata
    def _repr_json_(self):
        return self._data_and_metadata()

class GeoJSON(JSON):
    def __init__(self, *args, url_template=None, layer_options=None, **kwargs):
        super().__init__(*args, **kwargs)
        if url_template is not None:
            self.metadata["url_template"] = url_template
        if layer_options is not None:
            self.metadata["layer_options"] = layer_options
    def _ipython_display_(self):
        bundle = {"application/geo+json": self.data, "text/plain": "<IPython.display.GeoJSON object>"}
        display(bundle, metadata={"application/geo+json": self.metadata}, raw=True)

class Javascript(TextDisplayObject):
    def __init__(self, data=None, url=None, filename=None, lib=None, css=None):
        self.lib = [lib] if isinstance(lib, str) else (lib or [])
        self.css = [css] if isinstance(css, str) else (css or [])
        super().__init__(data=data, url=url, filename=filename)
    def _repr_javascript_(self):
        r = ""
        for c in self.css:
            r += "var link = document.createElement('link'); link.rel='stylesheet'; link.type='text/css'; link.href='%s'; document.getElementsByTagName('head')[0].appendChild(link);\n" % c
        for l in self.lib:
            r += "new Promise(function(resolve, reject) { var script = document.createElement('script'); script.onload = resolve; script.onerror = reject; script.src = '%s'; document.head.appendChild(script); }).then(() => {\n" % l
        r += self.data
        r += "\n});" * len(self.lib)
        return r

class Image(DisplayObject):
    """Create a PNG/JPEG/GIF image object given raw data."""
    _read_flags = "rb"
    _FMT_JPEG, _FMT_PNG, _FMT_GIF, _FMT_WEBP = "jpeg", "png", "gif", "webp"
    _MIMETYPES = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"}
    def __init__(self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None,
                 retina=False, unconfined=False, metadata=None, alt=None):
        if filename is not None:
            ext = filename.rsplit(".", 1)[-1].lower() if "." in filename else ""
        elif isinstance(data, str) and "." in data:
            ext = data.rsplit(".", 1)[-1].lower()
        elif url is not None and "." in url:
            ext = url.rsplit(".", 1)[-1].lower().split("?")[0]
        else:
            ext = ""
        if format is None:
            if isinstance(data, bytes):
                if data[:2] == b"\xff\xd8": format = "jpeg"
                elif data[:4] == b"GIF8": format = "gif"
                elif data[:4] == b"RIFF": format = "webp"
                else: format = "png"
            else:
                format = {"jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp"}.get(ext, "png")
        format = format.lower()
        if format == "jpg": format = "jpeg"
        if format not in self._MIMETYPES:
            raise ValueError("Cannot embed the '%s' image format" % format)
        if filename is None and url is None and data is None:
            raise ValueError("No image data found. Expecting filename, url, or data.")
        self.format = format
        self._mimetype = self._MIMETYPES[format]
        self.embed = embed if embed is not None else (url is None)
        self.width = width
        self.height = height
        self.retina = retina
        self.unconfined = unconfined
        self.alt = alt
        super().__init__(data=data, url=url, filename=filename, metadata=metadata)
        if self.width is None and self.metadata.get("width", {}):
            self.width = metadata["width"]
        if self.height is None and self.metadata.get("height", {}):
            self.height = metadata["height"]
        if self.alt is None and self.metadata.get("alt", {}):
            self.alt = metadata["alt"]
        if retina:
            self._retina_shape()
    def _retina_shape(self):
        if self.embed and self.format == "png":
            d = self.data
            self.width = int.from_bytes(d[16:20], "big") // 2
            self.height = int.from_bytes(d[20:24], "big") // 2
    def reload(self):
        if self.embed:
            super().reload()
    def _data_and_metadata(self, always_both=False):
        if not isinstance(self.data, (bytes, bytearray, memoryview)):
            raise FileNotFoundError("No such file or directory: '%s'" % (self.data,))
        md = dict(self.metadata) if self.metadata else {}
        if self.width: md["width"] = self.width
        if self.height: md["height"] = self.height
        if self.unconfined: md["unconfined"] = self.unconfined
        if self.alt: md["alt"] = self.alt
        if md or always_both:
            return self.data, md
        return self.data
    def _repr_html_(self):
        if not self.embed:
            width = ' width="%d"' % self.width if self.width else ""
            height = ' height="%d"' % self.height if self.height else ""
            klass = ' class="unconfined"' if self.unconfined else ""
            alt = ' alt="%s"' % self.alt if self.alt else ""
            return '<img src="%s"%s%s%s%s/>' % (self.url or self.filename or "", width, height, klass, alt)
    def _repr_mimebundle_(self, include=None, exclude=None):
        if self.embed:
            data, metadata = self._data_and_metadata(always_both=True)
            if metadata:
                return {self._mimetype: data}, {self._mimetype: metadata}
            return {self._mimetype: data}
        return {"text/html": self._repr_html_()}
    def _repr_png_(self):
        if self.embed and self.format == "png": return self._data_and_metadata()
    def _repr_jpeg_(self):
        if self.embed and self.format == "jpeg": return self._data_and_metadata()

class Video(DisplayObject):
    _read_flags = "rb"
    def __init__(self, data=None, url=None, filename=None, embed=False, mimetype=None, width=None, height=None,
                 html_attributes="controls"):
        if isinstance(data, str) and url is None and data.startswith(("http:", "https:")):
            url, data = data, None
        elif isinstance(data, str) and filename is None and _wick_shell.is_file(data):
            filename, data = data, None
        if data and not embed:
            raise ValueError("To embed videos, you must pass embed=True (this may make your notebook files huge)\n"
                             "Consider passing Video(url='...')")
        self.mimetype = mimetype
        self.embed = embed
        self.width = width
        self.height = height
        self.html_attributes = html_attributes
        super().__init__(data=data, url=url, filename=filename)
    def reload(self):
        # The file is read when the video is embedded.
        pass
    def _repr_html_(self):
        size = (' width="%s"' % self.width if self.width else "") + " " + (' height="%s"' % self.height if self.height else "")
        if not self.embed:
            return '<video src="%s" %s %s>\n      Your browser does not support the <code>video</code> element.\n    </video>' % (
                self.url if self.url is not None else self.filename, self.html_attributes, size)
        mimetype = self.mimetype
        if self.filename is not None:
            if not mimetype:
                import mimetypes
                mimetype, _ = mimetypes.guess_type(self.filename)
            data = _wick_shell.read_file(self.filename, True)
        else:
            data = self.data
        if data is None:
            raise TypeError("a bytes-like object is required, not 'NoneType'")
        if not isinstance(data, str):
            data = _wick_shell.base64(data)
        return ('<video %s %s>\n <source src="data:%s;base64,%s" type="%s">\n Your browser does not support the video tag.\n'
                ' </video>' % (self.html_attributes, size, mimetype, data, mimetype))

class Audio(DisplayObject):
    """A sound: bytes of a file, an address, or samples with their rate."""
    _read_flags = "rb"
    def __init__(self, data=None, filename=None, url=None, embed=None, rate=None, autoplay=False, normalize=True, *,
                 element_id=None):
        if filename is None and url is None and data is None:
            raise ValueError("No audio data found. Expecting filename, url, or data.")
        if embed is False and url is None:
            raise ValueError("No url found. Expecting url when embed=False")
        self.embed = embed if url is not None and embed is not None else url is None
        self.autoplay = autoplay
        self.element_id = element_id
        super().__init__(data=data, url=url, filename=filename)
        if self.data is not None and not isinstance(self.data, bytes):
            if rate is None:
                raise ValueError("rate must be specified when data is a numpy array or list of audio samples.")
            self.data = _wave(self.data, rate, normalize)
    def reload(self):
        import mimetypes
        if self.embed and self.url is not None and self.data is None:
            self.data = _download(self.url)
        elif self.embed:
            super().reload()
        name = self.filename or self.url
        self.mimetype = name and mimetypes.guess_type(name)[0] or "audio/wav"
    def _repr_html_(self):
        return ('\n                <audio %s controls="controls" %s>\n                    <source src="%s" type="%s" />\n'
                '                    Your browser does not support the audio element.\n                </audio>\n'
                '              ' % (self.element_id_attr(), self.autoplay_attr(), self.src_attr(), self.mimetype))
    def src_attr(self):
        if self.embed and self.data is not None:
            return "data:%s;base64,%s" % (self.mimetype, _wick_shell.base64(self.data))
        return self.url if self.url is not None else ""
    def autoplay_attr(self):
        return 'autoplay="autoplay"' if self.autoplay else ""
    def element_id_attr(self):
        return 'id="%s"' % self.element_id if self.element_id else ""

def _wave(data, rate, normalize):
    """Samples, or channels of samples, as the bytes of a WAVE file."""
    import struct
    rows = data.tolist() if hasattr(data, "tolist") else list(data)
    channels = [list(row) for row in rows] if rows and hasattr(rows[0], "__iter__") else [rows]
    if not any(channels):
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    largest = max(abs(sample) for row in channels for sample in row)
    if not normalize:
        if largest > 1:
            raise ValueError("Audio data must be between -1 and 1 when normalize=False.")
        largest = 1
    samples = [int(sample / largest * 32767) if largest else 0 for moment in zip(*channels) for sample in moment]
    body = struct.pack("<%dh" % len(samples), *samples)
    count = len(channels)
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(body), b"WAVE", b"fmt ", 16, 1, count, rate, rate * 2 * count,
                       2 * count, 16, b"data", len(body))
    return head + body

def _download(url):
    from urllib.request import urlopen
    with urlopen(url) as answer:
        return answer.read()

class IFrame:
    """Embed an iframe."""
    def __init__(self, src, width, height, extras=None, **kwargs):
        self.src = src
        self.width = width
        self.height = height
        self.extras = extras or []
        self.params = kwargs
    def _repr_html_(self):
        params = ""
        if self.params:
            params = "?" + "&".join("%s=%s" % item for item in self.params.items())
        return '\n        <iframe\n            width="%s"\n            height="%s"\n            src="%s%s"\n            frameborder="0"\n            allowfullscreen\n            referrerpolicy="strict-origin-when-cross-origin"\n            %s\n        ></iframe>\n        ' % (self.width, self.height, self.src, params, " ".join(self.extras))

class YouTubeVideo(IFrame):
    def __init__(self, id, width=400, height=300, allow_autoplay=False, **kwargs):
        self.id = id
        extras = ['allow="autoplay"'] if allow_autoplay else []
        if allow_autoplay:
            kwargs.setdefault("autoplay", 1)
        super().__init__("https://www.youtube.com/embed/%s" % id, width, height, extras=extras, **kwargs)

class VimeoVideo(IFrame):
    def __init__(self, id, width=400, height=300, **kwargs):
        self.id = id
        super().__init__("https://player.vimeo.com/video/%s" % id, width, height, **kwargs)

class ScribdDocument(IFrame):
    def __init__(self, id, width=400, height=300, **kwargs):
        self.id = id
        super().__init__("https://www.scribd.com/embeds/%s/content" % id, width, height, **kwargs)

class FileLink:
    """A link to a local file."""
    def __init__(self, path, url_prefix="", result_html_prefix="", result_html_suffix="<br>"):
        import os
        self.path = str(path)
        self._check(os.path)
        self.url_prefix = url_prefix
        self.result_html_prefix = result_html_prefix
        self.result_html_suffix = result_html_suffix
    def _check(self, paths):
        if paths.isdir(self.path):
            raise ValueError("Cannot display a directory using FileLink. Use FileLinks to display '%s'." % self.path)
    def _link(self, path, shown):
        return self.result_html_prefix + "<a href='%s' target='_blank'>%s</a>" % (
            _escape(self.url_prefix + path), _escape(shown)) + self.result_html_suffix
    def _missing(self):
        import os
        if os.path.exists(self.path):
            return None
        return ("Path (<tt>%s</tt>) doesn't exist. It may still be in the process of being generated, or you may have the "
                "incorrect path." % self.path)
    def _repr_html_(self):
        return self._missing() or self._link(self.path, self.path)
    def __repr__(self):
        import os
        return os.path.abspath(self.path)

class FileLinks(FileLink):
    """Links to the files of a folder."""
    def __init__(self, path, url_prefix="", included_suffixes=None, result_html_prefix="", result_html_suffix="<br>",
                 notebook_display_formatter=None, terminal_display_formatter=None, recursive=True):
        self.included_suffixes = included_suffixes
        path = str(path)
        super().__init__(path.rstrip("/") if len(path) > 1 else path, url_prefix, result_html_prefix, result_html_suffix)
        self.notebook_display_formatter = notebook_display_formatter or self._notebook
        self.terminal_display_formatter = terminal_display_formatter or self._terminal
        self.recursive = recursive
    def _check(self, paths):
        if paths.isfile(self.path):
            raise ValueError("Cannot display a file using FileLinks. Use FileLink to display '%s'." % self.path)
    def _folders(self):
        """(folder, its files), sorted."""
        import os
        if self.recursive:
            found = sorted((folder, files) for folder, _, files in os.walk(self.path))
        else:
            found = [(self.path, [name for name in os.listdir(self.path) if os.path.isfile(os.path.join(self.path, name))])]
        suffixes = self.included_suffixes
        for folder, files in found:
            files = sorted(name for name in files if suffixes is None or os.path.splitext(name)[1] in suffixes)
            if files:
                yield folder, files
    def _notebook(self, folder, names, included_suffixes=None):
        lines = [self.result_html_prefix + folder + "/" + self.result_html_suffix]
        for name in names:
            link = "<a href='%s' target='_blank'>%s</a>" % (_escape("%s%s/%s" % (self.url_prefix, folder, name)), _escape(name))
            lines.append(self.result_html_prefix + "&nbsp;&nbsp;" + link + self.result_html_suffix)
        return lines
    def _terminal(self, folder, names, included_suffixes=None):
        return [folder + "/"] + ["  " + name for name in names]
    def _repr_html_(self):
        missing = self._missing()
        if missing:
            return missing
        return "\n".join(line for folder, names in self._folders() for line in
                         self.notebook_display_formatter(folder, names, self.included_suffixes))
    def __repr__(self):
        return "\n".join(line for folder, names in self._folders() for line in
                         self.terminal_display_formatter(folder, names, self.included_suffixes))

def _escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

class Code(TextDisplayObject):
    """Display syntax-highlighted source code."""
    def __init__(self, data=None, url=None, filename=None, language=None):
        self.language = language
        super().__init__(data=data, url=url, filename=filename)
    def _repr_html_(self):
        return '<div class="highlight"><pre>%s</pre></div>' % _escape(self.data)
    def __repr__(self):
        return self.data

for _class in [DisplayObject, TextDisplayObject, Pretty, HTML, Markdown, Math, Latex, SVG, ProgressBar, JSON,
               GeoJSON, Javascript, Image, Video]:
    _class.__module__ = "IPython.core.display"
for _class in [Audio, IFrame, YouTubeVideo, VimeoVideo, ScribdDocument, FileLink, FileLinks, Code]:
    _class.__module__ = "IPython.lib.display"
for _function in [display, clear_output, publish_display_data, update_display]:
    _function.__module__ = "IPython.core.display_functions"
DisplayHandle.__module__ = "IPython.core.display_functions"
