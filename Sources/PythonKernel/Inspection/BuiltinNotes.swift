/// What the types that are built in are, in a sentence or two: their namespaces carry no documentation.
enum BuiltinNotes {
  /// By the name of the type.
  static let types: [String: String] = [
    "int": "A whole number of any size.\n\nint(x) cuts a number off or reads a text; int(text, base) reads it in a base from 2 to 36.",
    "float": "A number of 64 bits with a fraction.\n\nfloat(x) converts a number or reads a text like '1e-3', 'inf' or 'nan'.",
    "complex": "A number with a real and an imaginary part.\n\ncomplex(real, imag) makes it of two numbers, complex(text) reads it.",
    "bool": "True or False.\n\nbool(x) tells whether x counts as true.",
    "str": "A text of Unicode characters.\n\nstr(x) is the text of an object; str(data, encoding, errors) decodes bytes.",
    "bytes":
      "Bytes that do not change.\n\nbytes(n) makes n zeros, bytes(iterable) takes numbers below 256, bytes(text, encoding) encodes.",
    "bytearray": "Bytes that can change; made as bytes are.",
    "list": "A sequence that can change.\n\nlist(iterable) takes what an iterable gives.",
    "tuple": "A sequence that does not change.\n\ntuple(iterable) takes what an iterable gives.",
    "dict":
      "Values by their keys, in the order in which the keys came.\n\ndict(mapping), dict(pairs), dict(name=value, ...) make one.",
    "set": "Different values without an order.\n\nset(iterable) takes what an iterable gives.",
    "frozenset": "A set that does not change.",
    "range": "The whole numbers from a start to before a stop.\n\nrange(stop), range(start, stop), range(start, stop, step).",
    "slice": "A start, a stop and a step.\n\nslice(stop), slice(start, stop), slice(start, stop, step).",
    "object": "The base of all classes.",
    "type": "The class of classes.\n\ntype(x) is the class of x; type(name, bases, names) makes a class.",
    "enumerate": "Pairs of a number and what an iterable gives.\n\nenumerate(iterable, start=0)",
    "zip": "Tuples of what several iterables give.\n\nzip(*iterables, strict=False)",
    "map": "What a function makes of what iterables give.\n\nmap(function, *iterables)",
    "filter": "What an iterable gives, where a function says yes.\n\nfilter(function, iterable)",
    "reversed": "A sequence from its end.\n\nreversed(sequence)",
    "memoryview": "A view of the bytes of another object.\n\nmemoryview(object)",
    "property": "An attribute that functions read, write and delete.\n\nproperty(fget, fset, fdel, doc)",
    "super": "The methods of the classes before this one.\n\nsuper() inside of a method; super(class, object)",
    "staticmethod": "A function in a class that takes no instance.",
    "classmethod": "A function in a class that takes the class.",
  ]
}
