import ExpatShim
import Interpreter

/// `pyexpat`: the parser of libexpat, which `xml.parsers.expat` shows.
enum ExpatModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let api = try ExpatHandle.library(vm)
    let module = ModuleObject(vm, name: "pyexpat", doc: "Python wrapper for Expat parser.")
    let type = vm.nativeType("xmlparser", module: "pyexpat", populate: ExpatParser.populate)
    type.showsModule = true
    type.isBase = false
    let error = try vm.call(
      .object(vm.types.type),
      [
        .object(vm.string("ExpatError")), .object(TupleObject(vm, [.object(vm.types.exception)])),
        .object(dict(vm, [("__module__", .object(vm.string("xml.parsers.expat")))])),
      ])
    module.constant(vm, "ExpatError", error)
    module.constant(vm, "error", error)
    module.constant(vm, "XMLParserType", .object(type))
    module.constant(vm, "native_encoding", .object(vm.string("UTF-8")))
    module.constant(vm, "EXPAT_VERSION", .object(vm.string(api.version_text().map { String(cString: $0) } ?? "")))
    let version = api.version()
    module.constant(
      vm, "version_info",
      .object(TupleObject(vm, [version.major, version.minor, version.micro].map { .int(Int($0)) })))
    let kinds = ["NEVER", "UNLESS_STANDALONE", "ALWAYS"]
    for (i, name) in kinds.enumerated() { module.constant(vm, "XML_PARAM_ENTITY_PARSING_" + name, .int(i)) }
    module.constant(vm, "features", .object(features(vm, api)))
    module.constant(vm, "errors", .object(try errors(vm, api)))
    module.constant(vm, "model", .object(try models(vm)))
    module.function(vm, "ErrorString(code, /)", "Returns string error for given number.") { (vm, args) throws(Raised) in
      guard let code = Int32(exactly: try vm.index(args[0])), let text = ExpatHandle.text(api, code) else { return .none }
      return .object(vm.string(text))
    }
    module.function(
      vm, "ParserCreate(encoding=None, namespace_separator=None, intern=...)", "Return a new XML parser object."
    ) { (vm, args) throws(Raised) in
      let encoding = try text(vm, args[0], "ParserCreate() argument 'encoding'")
      let separator = try text(vm, args[1], "ParserCreate() argument 'namespace_separator'")
      if separator?.unicodeScalars.count ?? 0 > 1 {
        throw vm.valueError("namespace_separator must be at most one character, omitted, or None")
      }
      var intern: DictObject?
      if !args.has(2) {
        intern = DictObject(vm)
      } else if !args[2].isNone {
        guard let given = args[2].asDict else { throw vm.typeError("intern must be a dictionary") }
        intern = given
      }
      return .object(ExpatParser(vm, type, try ExpatHandle.make(vm, encoding: encoding, separator: separator), intern: intern))
    }
    return module
  }

  /// A str or None.
  static func text(_ vm: VM, _ value: Value, _ what: String) throws(Raised) -> String? {
    if value.isNone { return nil }
    guard let text = value.asStr else {
      throw vm.typeError("\(what) must be str or None, not \(vm.type(of: value).name)")
    }
    _ = try Codecs.encode(vm, text)
    return text.string
  }

  /// An `ExpatError` with its attributes.
  static func failure(
    _ vm: VM, _ message: String, _ found: (code: Int, text: String, line: Int, column: Int)
  ) -> Raised {
    do throws(Raised) {
      let module = try vm.importModule("pyexpat", fromList: .object(vm.emptyTuple))
      let made = try vm.call(try vm.getAttr(module, "ExpatError"), [.object(vm.string(message))])
      for (name, number) in [("code", found.code), ("offset", found.column), ("lineno", found.line)] {
        try vm.setAttr(made, name, .int(number))
      }
      return made.asException.map { Raised($0) } ?? vm.valueError(message)
    } catch {
      return error
    }
  }

  private static func dict(_ vm: VM, _ items: [(String, Value)]) -> DictObject {
    let made = DictObject(vm)
    for (name, value) in items { made.set(vm, name, value) }
    return made
  }
  private static func features(_ vm: VM, _ api: wick_expat) -> ListObject {
    let list = ListObject(vm)
    guard var feature = api.features() else { return list }
    while let name = feature.pointee.name {
      list.append(.object(TupleObject(vm, [.object(vm.string(String(cString: name))), .int(feature.pointee.value)])))
      feature += 1
    }
    return list
  }
  /// A module below this one, as importing it by its name gives.
  private static func part(_ vm: VM, _ name: String, _ doc: String) throws(Raised) -> ModuleObject {
    let made = ModuleObject(vm, name: "pyexpat." + name, doc: doc)
    try vm.modules.set(vm, .object(vm.string("pyexpat." + name)), .object(made))
    return made
  }
  private static func errors(_ vm: VM, _ api: wick_expat) throws(Raised) -> ModuleObject {
    let module = try part(vm, "errors", "Constants used to describe error conditions.")
    let (codes, messages) = (DictObject(vm), DictObject(vm))
    for (i, name) in errorNames.enumerated() {
      let text = Value.object(vm.string(ExpatHandle.text(api, Int32(i + 1)) ?? ""))
      module.constant(vm, "XML_ERROR_" + name, text)
      try codes.set(vm, text, .int(i + 1))
      try messages.set(vm, .int(i + 1), text)
    }
    module.constant(vm, "codes", .object(codes))
    module.constant(vm, "messages", .object(messages))
    return module
  }
  private static func models(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = try part(vm, "model", "Constants used to interpret content model information.")
    for (i, name) in ["EMPTY", "ANY", "MIXED", "NAME", "CHOICE", "SEQ"].enumerated() {
      module.constant(vm, "XML_CTYPE_" + name, .int(i + 1))
    }
    for (i, name) in ["NONE", "OPT", "REP", "PLUS"].enumerated() { module.constant(vm, "XML_CQUANT_" + name, .int(i)) }
    return module
  }

  /// The names of libexpat's errors, from 1 on.
  private static let errorNames = [
    "NO_MEMORY", "SYNTAX", "NO_ELEMENTS", "INVALID_TOKEN", "UNCLOSED_TOKEN", "PARTIAL_CHAR", "TAG_MISMATCH",
    "DUPLICATE_ATTRIBUTE", "JUNK_AFTER_DOC_ELEMENT", "PARAM_ENTITY_REF", "UNDEFINED_ENTITY", "RECURSIVE_ENTITY_REF",
    "ASYNC_ENTITY", "BAD_CHAR_REF", "BINARY_ENTITY_REF", "ATTRIBUTE_EXTERNAL_ENTITY_REF", "MISPLACED_XML_PI",
    "UNKNOWN_ENCODING", "INCORRECT_ENCODING", "UNCLOSED_CDATA_SECTION", "EXTERNAL_ENTITY_HANDLING", "NOT_STANDALONE",
    "UNEXPECTED_STATE", "ENTITY_DECLARED_IN_PE", "FEATURE_REQUIRES_XML_DTD", "CANT_CHANGE_FEATURE_ONCE_PARSING",
    "UNBOUND_PREFIX", "UNDECLARING_PREFIX", "INCOMPLETE_PE", "XML_DECL", "TEXT_DECL", "PUBLICID", "SUSPENDED",
    "NOT_SUSPENDED", "ABORTED", "FINISHED", "SUSPEND_PE", "RESERVED_PREFIX_XML", "RESERVED_PREFIX_XMLNS",
    "RESERVED_NAMESPACE_URI", "INVALID_ARGUMENT", "NO_BUFFER", "AMPLIFICATION_LIMIT_BREACH",
  ]
}
