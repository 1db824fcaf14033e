import Syntax

/// Tells whether source text is a complete statement; IPython's syntax counts as Python.
func checkCompleteness(_ source: String) -> Completeness {
  let text = source.hasPrefix("%%") ? source : CellTransformer().transform(source)
  return isComplete(Array(text.utf8))
}
