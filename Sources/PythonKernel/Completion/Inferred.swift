import Interpreter
import Syntax

/// What is known of an expression that nobody has run.
indirect enum Inferred {
  /// An object that exists.
  case value(Value)
  /// An instance of a class that exists; the literal that makes it, if one does.
  case instance(TypeObject, Expr?)
  /// A function of a class that exists, found on an instance.
  case method(Value, TypeObject)
  /// A function of the cell; its first parameter is bound when it was found on `owner`.
  case function(FunctionDef, owner: ClassDef?, isAsync: Bool)
  /// A class of the cell.
  case cellClass(ClassDef)
  /// An instance of a class of the cell.
  case cellInstance(ClassDef)
}

/// What well-known native functions give, by names of types.
enum KnownResults {
  /// Functions among the builtins.
  static let functions: [String: String] = [
    "len": "int", "abs": "int", "ord": "int", "hash": "int", "id": "int", "round": "int", "sum": "int", "repr": "str",
    "str": "str", "chr": "str", "input": "str", "ascii": "str", "format": "str", "hex": "str", "oct": "str", "bin": "str",
    "sorted": "list", "dir": "list", "isinstance": "bool", "issubclass": "bool", "callable": "bool", "all": "bool",
    "any": "bool", "hasattr": "bool", "globals": "dict", "locals": "dict", "vars": "dict", "divmod": "tuple",
  ]
  /// Methods by the names of class and method.
  static let methods: [String: String] = {
    var table: [String: String] = [:]
    let rows: [(String, String, String)] = [
      ("str", "str", "capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix "
        + "removesuffix replace rjust rstrip strip swapcase title translate upper zfill"),
      ("str", "list", "rsplit split splitlines"), ("str", "tuple", "partition rpartition"), ("str", "bytes", "encode"),
      ("str", "int", "count find index rfind rindex"),
      ("str", "bool", "endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable "
        + "isspace istitle isupper startswith"),
      ("bytes", "bytes", "capitalize center join lower lstrip replace rstrip strip title upper zfill"),
      ("bytes", "str", "decode hex"), ("bytes", "list", "rsplit split splitlines"), ("bytes", "int", "count find index rfind"),
      ("bytes", "bool", "endswith isalnum isalpha isdigit startswith"),
      ("list", "list", "copy"), ("list", "int", "count index"), ("tuple", "int", "count index"),
      ("dict", "dict", "copy fromkeys"), ("dict", "dict_keys", "keys"), ("dict", "dict_values", "values"),
      ("dict", "dict_items", "items"), ("dict", "tuple", "popitem"),
      ("set", "set", "copy difference intersection symmetric_difference union"), ("set", "bool", "isdisjoint issubset issuperset"),
      ("frozenset", "frozenset", "copy difference intersection symmetric_difference union"),
      ("int", "int", "bit_length conjugate bit_count"), ("int", "bytes", "to_bytes"), ("int", "tuple", "as_integer_ratio"),
      ("float", "bool", "is_integer"), ("float", "str", "hex"), ("float", "tuple", "as_integer_ratio"),
      ("Tensor", "float", "item"), ("Tensor", "list", "tolist"), ("Tensor", "Size", "size"),
      ("Tensor", "int", "dim numel nelement element_size ndimension data_ptr"), ("Tensor", "tuple", "split chunk unbind stride"),
      ("Tensor", "bool", "is_contiguous is_floating_point is_complex equal allclose"),
      ("Tensor", "", "backward register_hook retain_grad sort topk min max numpy"),
    ]
    for (owner, result, names) in rows {
      for name in names.split(separator: " ") { table["\(owner).\(name)"] = result }
    }
    return table
  }()
  /// Attributes of exceptions, which no class holds.
  static let exceptionFields: [String: String] = [
    "BaseException": "args with_traceback add_note", "OSError": "errno strerror filename filename2",
    "ImportError": "name path msg", "StopIteration": "value", "SystemExit": "code", "NameError": "name",
    "AttributeError": "name obj", "SyntaxError": "msg filename lineno offset text end_lineno end_offset",
    "UnicodeDecodeError": "encoding object start end reason", "UnicodeEncodeError": "encoding object start end reason",
    "BaseExceptionGroup": "message exceptions derive split subgroup",
  ]
  /// Attributes of tensors.
  static let tensorAttributes: [String: String] = [
    "shape": "Size", "dtype": "dtype", "device": "device", "grad": "Tensor", "T": "Tensor", "mT": "Tensor", "H": "Tensor",
    "data": "Tensor", "real": "Tensor", "imag": "Tensor", "ndim": "int", "requires_grad": "bool", "is_leaf": "bool",
    "itemsize": "int", "nbytes": "int", "layout": "layout",
  ]
  /// Functions of `torch` that give no tensor.
  static let notTensors: [String: String] = [
    "manual_seed": "Generator", "initial_seed": "int", "is_tensor": "bool", "is_grad_enabled": "bool", "equal": "bool",
    "allclose": "bool", "numel": "int", "is_floating_point": "bool", "is_complex": "bool", "get_default_dtype": "dtype",
    "split": "tuple", "chunk": "tuple", "unbind": "tuple", "meshgrid": "tuple", "sort": "", "topk": "", "min": "", "max": "",
    "set_default_dtype": "", "set_printoptions": "", "save": "", "load": "", "seed": "int", "is_nonzero": "bool",
    "set_grad_enabled": "", "get_num_threads": "int", "set_num_threads": "", "result_type": "dtype", "promote_types": "dtype",
    "get_rng_state": "Tensor", "set_rng_state": "", "unique": "", "nonzero": "Tensor", "svd": "", "qr": "", "typename": "str",
  ]
}
