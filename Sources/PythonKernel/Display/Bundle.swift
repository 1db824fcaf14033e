import Interpreter
internal import Kernel

/// A mime bundle with its metadata.
struct Bundle {
  var data = JSONObject()
  var metadata = JSONObject()
}

/// The representation methods of IPython, in the order of its formatters.
private let representations: [(method: String, mime: String)] = [
  ("_repr_html_", "text/html"), ("_repr_markdown_", "text/markdown"), ("_repr_svg_", "image/svg+xml"),
  ("_repr_png_", "image/png"), ("_repr_pdf_", "application/pdf"), ("_repr_jpeg_", "image/jpeg"),
  ("_repr_latex_", "text/latex"), ("_repr_json_", "application/json"),
  ("_repr_javascript_", "application/javascript"),
]

extension PythonLanguage {
  /// All representations of a value; nil when it displayed itself (`_ipython_display_`).
  ///
  /// An error in one representation is shown and leaves that one out; an error in the plain text is thrown.
  func format(_ value: Value, include: Set<String>? = nil, exclude: Set<String> = []) throws(Raised)
    -> Bundle?
  {
    var bundle = Bundle()
    if mayHaveRepresentations(value) {
      if let method = representation(value, "_ipython_display_") {
        do throws(Raised) {
          _ = try vm.call(method, [])
        } catch {
          showRepresentationError(error)
        }
        return nil
      }
      addMimeBundle(value, include, exclude, to: &bundle)
      for (name, mime) in representations {
        if exclude.contains(mime) || include.map({ !$0.contains(mime) }) == true { continue }
        if bundle.data[mime] != nil { continue }
        guard let method = representation(value, name) else { continue }
        add(method, mime, to: &bundle)
      }
    }
    if !typeFormatters.isEmpty { addRegistered(value, to: &bundle) }
    if bundle.data["text/plain"] == nil, !exclude.contains("text/plain"),
      include.map({ $0.contains("text/plain") }) ?? true
    {
      let text = JSON.string(
        isPretty ? try Pretty.text(vm, prettyBridge, value, floatFormat: floatFormat) : try vm.repr(value).string)
      var data: JSONObject = ["text/plain": text]
      for member in bundle.data.members { data[member.key] = member.value }
      bundle.data = data
    }
    return bundle
  }

  /// Functions registered with `for_type` come first.
  private func addRegistered(_ value: Value, to bundle: inout Bundle) {
    for base in vm.type(of: value).mroTypes {
      for formatter in typeFormatters {
        guard formatter.mime != "text/plain", case .object(let type) = formatter.type, type === base else {
          continue
        }
        do throws(Raised) {
          let made = try vm.call(formatter.function, [value])
          if !made.isNone { bundle.data[formatter.mime] = JSON(vm, made, isMimeData: true) }
        } catch {
          show(error)
        }
      }
    }
  }

  /// Plain builtin values have none.
  private func mayHaveRepresentations(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    if object.kind == .type { return false }
    return object.hasHeapType || object.kind == .native || object.kind == .tensor || object.kind == .module
  }

  /// A representation method that is really there (not conjured up by `__getattr__`).
  func representation(_ value: Value, _ name: String) -> Value? {
    guard case .object(let object) = value, object.kind != .type else { return nil }
    do throws(Raised) {
      guard let method = try vm.getAttrOrNil(value, vm.intern(name)), !method.isNone else { return nil }
      if object.type.lookup(vm, .borrowed(vm.intern(name))).isUndefined,
        try vm.getAttrOrNil(value, vm.intern("_ipython_canary_method_should_not_exist_")) != nil
      {
        return nil
      }
      return method
    } catch {
      return nil
    }
  }

  private func addMimeBundle(
    _ value: Value, _ include: Set<String>?, _ exclude: Set<String>, to bundle: inout Bundle
  ) {
    guard let method = representation(value, "_repr_mimebundle_") else { return }
    do throws(Raised) {
      var made = try vm.call(method, [], keywords: [("include", .none), ("exclude", .none)])
      if let pair = made.asTuple, pair.count == 2 {
        bundle.metadata = JSON(vm, pair[1], isMimeData: true).object ?? JSONObject()
        made = pair[0]
      }
      for member in JSON(vm, made, isMimeData: true).object?.members ?? [] {
        if exclude.contains(member.key) || include.map({ !$0.contains(member.key) }) == true { continue }
        bundle.data[member.key] = member.value
      }
    } catch {
      showRepresentationError(error)
    }
  }

  private func add(_ method: Value, _ mime: String, to bundle: inout Bundle) {
    do throws(Raised) {
      var made = try vm.call(method, [])
      if made.isNone { return }
      if let pair = made.asTuple, pair.count == 2, pair[1].kind == .dict {
        let metadata = JSON(vm, pair[1])
        if metadata.object?.isEmpty == false { bundle.metadata[mime] = metadata }
        made = pair[0]
      }
      if made.isNone { return }
      bundle.data[mime] = JSON(vm, made, isMimeData: true)
    } catch {
      showRepresentationError(error)
    }
  }

  /// Shows an error of a representation method; the reply of the cell will tell of it too.
  private func showRepresentationError(_ error: Raised) {
    show(error)
    request.representationError = errorReport(error.exception)
  }

  /// Shows an error without ending the cell.
  func show(_ error: Raised) {
    lastError = error.exception
    context?.flush()
    context?.error(errorReport(error.exception))
  }
}
