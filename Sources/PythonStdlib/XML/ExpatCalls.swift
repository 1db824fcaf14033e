import ExpatShim
import Interpreter

/// The functions whose addresses libexpat gets for `ExpatParser`.
enum ExpatCalls {
  /// Lets libexpat call for an event, or not.
  static func set(_ event: ExpatEvent, _ handle: ExpatHandle, _ on: Bool) {
    let (api, parser) = (handle.api, handle.parser)
    switch event {
    case .startElement: api.on_start(parser, on ? start : nil)
    case .endElement: api.on_end(parser, on ? end : nil)
    case .processingInstruction: api.on_instruction(parser, on ? instruction : nil)
    case .characterData: api.on_data(parser, on ? data : nil)
    case .unparsedEntityDecl: api.on_unparsed(parser, on ? unparsed : nil)
    case .notationDecl: api.on_notation(parser, on ? notation : nil)
    case .startNamespaceDecl: api.on_start_namespace(parser, on ? startNamespace : nil)
    case .endNamespaceDecl: api.on_end_namespace(parser, on ? endNamespace : nil)
    case .comment: api.on_comment(parser, on ? comment : nil)
    case .startCdataSection: api.on_start_cdata(parser, on ? startCdata : nil)
    case .endCdataSection: api.on_end_cdata(parser, on ? endCdata : nil)
    case .default: api.on_default(parser, on ? other : nil)
    case .defaultExpand: api.on_default_expand(parser, on ? otherExpanded : nil)
    case .notStandalone: api.on_standalone(parser, on ? standalone : nil)
    case .externalEntityRef: api.on_external(parser, on ? external : nil)
    case .startDoctypeDecl: api.on_start_doctype(parser, on ? startDoctype : nil)
    case .endDoctypeDecl: api.on_end_doctype(parser, on ? endDoctype : nil)
    case .entityDecl: api.on_entity(parser, on ? entity : nil)
    case .xmlDecl: api.on_declaration(parser, on ? declaration : nil)
    case .elementDecl: api.on_element(parser, on ? element : nil)
    case .attlistDecl: api.on_attlist(parser, on ? attributes : nil)
    case .skippedEntity: api.on_skipped(parser, on ? skipped : nil)
    }
  }

  static let encoding: wick_expat_encoding = { user, name, map in
    guard let me = ExpatParser.at(user) else { return 0 }
    return me.handle.fill(me.vm, name, map)
  }
  private static let start: wick_expat_start = { user, tag, attributes in ExpatParser.at(user)?.start(tag, attributes) }
  private static let end: wick_expat_one = { user, tag in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.endElement, 1) { $0[0] = me.name(tag) }
  }
  private static let data: wick_expat_data = { user, text, count in
    guard let me = ExpatParser.at(user), let text else { return }
    me.characters(text, Int(count))
  }
  private static let instruction: wick_expat_two = { user, target, data in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.processingInstruction, 2) {
      $0[0] = me.name(target)
      $0[1] = me.text(data)
    }
  }
  private static let comment: wick_expat_one = { user, text in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.comment, 1) { $0[0] = me.text(text) }
  }
  private static let startCdata: wick_expat_plain = { user in ExpatParser.at(user)?.send(.startCdataSection, 0) { _ in } }
  private static let endCdata: wick_expat_plain = { user in ExpatParser.at(user)?.send(.endCdataSection, 0) { _ in } }
  private static let other: wick_expat_data = { user, text, count in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.default, 1) { $0[0] = me.text(text, Int(count)) }
  }
  private static let otherExpanded: wick_expat_data = { user, text, count in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.defaultExpand, 1) { $0[0] = me.text(text, Int(count)) }
  }
  private static let startNamespace: wick_expat_two = { user, prefix, uri in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.startNamespaceDecl, 2) {
      $0[0] = me.name(prefix)
      $0[1] = me.name(uri)
    }
  }
  private static let endNamespace: wick_expat_one = { user, prefix in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.endNamespaceDecl, 1) { $0[0] = me.name(prefix) }
  }
  private static let startDoctype: wick_expat_doctype = { user, name, system, identifier, hasSubset in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.startDoctypeDecl, 4) {
      $0[0] = me.name(name)
      $0[1] = me.name(system)
      $0[2] = me.name(identifier)
      $0[3] = .int(Int(hasSubset))
    }
  }
  private static let endDoctype: wick_expat_plain = { user in ExpatParser.at(user)?.send(.endDoctypeDecl, 0) { _ in } }
  private static let entity: wick_expat_entity = { user, name, isParameter, value, count, base, system, identifier, notation in
    guard let me = ExpatParser.at(user) else { return }
    me.handle.note(me.vm, entity: value, Int(count))
    me.send(.entityDecl, 7) {
      $0[0] = me.name(name)
      $0[1] = .int(Int(isParameter))
      $0[2] = me.text(value, Int(count))
      $0[3] = me.name(base)
      $0[4] = me.name(system)
      $0[5] = me.name(identifier)
      $0[6] = me.name(notation)
    }
  }
  private static let unparsed: wick_expat_unparsed = { user, name, base, system, identifier, notation in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.unparsedEntityDecl, 5) {
      for (i, text) in [name, base, system, identifier, notation].enumerated() { $0[i] = me.name(text) }
    }
  }
  private static let notation: wick_expat_four = { user, name, base, system, identifier in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.notationDecl, 4) {
      for (i, text) in [name, base, system, identifier].enumerated() { $0[i] = me.name(text) }
    }
  }
  private static let declaration: wick_expat_declaration = { user, version, encoding, standalone in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.xmlDecl, 3) {
      $0[0] = me.text(version)
      $0[1] = me.text(encoding)
      $0[2] = .int(Int(standalone))
    }
  }
  private static let element: wick_expat_element = { user, name, content in
    guard let me = ExpatParser.at(user) else { return }
    defer { me.handle.api.free_content(me.handle.parser, content) }
    guard let content else { return }
    me.send(.elementDecl, 2) { (start) throws(Raised) in
      start[0] = me.name(name)
      start[1] = try me.model(content).intoOwned()
    }
  }
  private static let attributes: wick_expat_attlist = { user, element, name, type, value, isRequired in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.attlistDecl, 5) {
      $0[0] = me.name(element)
      $0[1] = me.name(name)
      $0[2] = me.text(type)
      $0[3] = me.text(value)
      $0[4] = .int(Int(isRequired))
    }
  }
  private static let standalone: wick_expat_standalone = { user in
    ExpatParser.at(user)?.ask(.notStandalone, 0) { _ in } ?? 0
  }
  private static let external: wick_expat_external = { user, context, base, system, identifier in
    guard let me = ExpatParser.at(user) else { return 0 }
    return me.ask(.externalEntityRef, 4) {
      $0[0] = me.text(context)
      for (i, text) in [base, system, identifier].enumerated() { $0[i &+ 1] = me.name(text) }
    }
  }
  private static let skipped: wick_expat_skipped = { user, name, isParameter in
    guard let me = ExpatParser.at(user) else { return }
    me.send(.skippedEntity, 2) {
      $0[0] = me.name(name)
      $0[1] = .int(Int(isParameter))
    }
  }
}
