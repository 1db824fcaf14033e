import Syntax

/// Tells whether source text is a complete statement.
func checkCompleteness(_ source: String) -> Completeness { isComplete(Array(source.utf8)) }
