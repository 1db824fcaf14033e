import Testing

@testable import PythonKernel

/// Expectations recorded from IPython 9.18 (`TransformerManager().transform_cell`).
@Suite struct CellTransformerTests {
  static let cells: [(cell: String, python: String)] = [
    ("x = 1", "x = 1"),
    ("%time x = 1", "get_ipython().run_line_magic('time', 'x = 1')"),
    ("  %pwd", "get_ipython().run_line_magic('pwd', '')"),
    ("a = %pwd", "a = get_ipython().run_line_magic('pwd', '')"),
    ("!ls -l", "get_ipython().system('ls -l')"),
    ("!!ls", "get_ipython().getoutput('ls')"),
    ("files = !ls *.py", "files = get_ipython().getoutput('ls *.py')"),
    ("print?", "get_ipython().run_line_magic('pinfo', 'print')"),
    ("a.b??", "get_ipython().run_line_magic('pinfo2', 'a.b')"),
    ("?a.b", "get_ipython().run_line_magic('pinfo', 'a.b')"),
    ("a*b?", "get_ipython().run_line_magic('psearch', 'a*b')"),
    ("if x:\n    !ls", "if x:\n    get_ipython().system('ls')"),
    ("s = '''\n%time\n'''", "s = '''\n%time\n'''"),
    ("f(1,\n  %x)", "f(1,\n  %x)"),
    ("a = 5 % b", "a = 5 % b"),
    ("x = 'why?'", "x = 'why?'"),
    ("%%time -q\na\nb", "get_ipython().run_cell_magic('time', '-q', 'a\\nb\\n')\n"),
    (">>> a\n... b", "a\nb"),
    ("!echo it's", "get_ipython().system(\"echo it's\")"),
    ("%run a \\\n  b", "get_ipython().run_line_magic('run', 'a    b')"),
    ("  a\n  b", "a\nb"),
    ("\n\n  a", "a"),
  ]

  @Test(arguments: cells) func `turns IPython syntax into Python`(_ row: (cell: String, python: String)) {
    #expect(CellTransformer().transform(row.cell) == row.python)
  }

  @Test(arguments: ["1;", "1; # why", "a\nb;\n\n", "f(';');"]) func `a semicolon ends the cell`(
    _ cell: String
  ) {
    #expect(CellTransformer.endsWithSemicolon(cell))
  }

  @Test(arguments: ["1", "';'", "# a;", "1;2", "'''\n;\n'''"]) func `no semicolon ends the cell`(
    _ cell: String
  ) {
    #expect(!CellTransformer.endsWithSemicolon(cell))
  }
}
