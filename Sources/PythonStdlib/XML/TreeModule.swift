import Interpreter

/// `_trees`: the native half of `xml.etree.ElementTree`.
enum TreeModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_trees", doc: "Trees of XML.")
    let tools = TreeTools(vm)
    vm.keep(tools)
    for type in [tools.element, tools.builder, tools.parser] { module.constant(vm, type.name, .object(type)) }
    module.function(vm, "SubElement(parent, tag, attrib=..., /, **extra)", "A new child.", isRaw: true) {
      [unowned(unsafe) tools] (vm, args) throws(Raised) in
      let count = args.positionalCount
      if count < 2 { throw vm.typeError("SubElement() takes at least 2 arguments (\(count) given)") }
      if count > 3 { throw vm.typeError("SubElement() takes at most 3 arguments (\(count) given)") }
      guard let parent = ElementObject.of(args.slot(0)) else {
        throw vm.typeError(
          "SubElement() argument 1 must be xml.etree.ElementTree.Element, not \(vm.type(of: args[0]).operandName)")
      }
      let attributes = try ElementObject.attributes(vm, args, after: 2, "SubElement() argument 3")
      let made = ElementObject(tools, tag: args[1].owned, attributes: attributes)
      parent.childList(vm).append(owned: .owned(made))
      return .object(made)
    }
    module.function(vm, "_set_factories(comment_factory, pi_factory, /)", "Takes what makes comments and instructions.") {
      [unowned(unsafe) tools] (vm, args) in
      let old = [tools.makeComment, tools.makeInstruction]
      (tools.makeComment, tools.makeInstruction) = (args[0], args[1])
      return .object(TupleObject.make(vm, old))
    }
    module.function(vm, "_reader(queue, more, /)", "An iterator over what is in a queue, which `more` fills again.") {
      [unowned(unsafe) tools] (vm, args) throws(Raised) in
      guard let queue = args[0].native(DequeObject.self) else { throw vm.typeError("a deque is needed") }
      return .object(EventReader(tools, queue, args[1]))
    }
    module.function(
      vm, "_text(element, comment, instruction, namespaces, short, /)",
      "The text of an element in XML; None: it is not as plain as most."
    ) { (vm, args) throws(Raised) in
      guard let element = ElementObject.of(args.slot(0)), let namespaces = args[3].asDict else { return .none }
      var writer = TreeWriter(
        vm, comment: args.slot(1), instruction: args.slot(2), namespaces, isShort: try vm.truth(args[4]))
      guard try writer.learn(element), try writer.write(element, isRoot: true) else { return .none }
      return .object(try writer.finish())
    }
    return module
  }
}
