import Testing

@testable import Kernel

@Suite(.serialized) struct NotebookTests {
  // Written by nbformat 5.10: nbformat.writes(nbformat.reads(…, as_version=4)) is the identity on this text.
  private static let example = """
    {
     "cells": [
      {
       "attachments": {},
       "cell_type": "markdown",
       "id": "c1",
       "metadata": {
        "x": []
       },
       "source": [
        "# Tïtle\\n",
        "text"
       ]
      },
      {
       "cell_type": "code",
       "execution_count": 1,
       "id": "c2",
       "metadata": {},
       "outputs": [
        {
         "name": "stdout",
         "output_type": "stream",
         "text": [
          "a\\n",
          "b\\n"
         ]
        },
        {
         "data": {
          "application/json": {
           "v": 1.5
          },
          "image/png": "iVBO\\nRw0K\\n",
          "text/plain": [
           "42"
          ]
         },
         "execution_count": 1,
         "metadata": {},
         "output_type": "execute_result"
        }
       ],
       "source": []
      }
     ],
     "metadata": {
      "language_info": {
       "name": "python"
      },
      "zz": null
     },
     "nbformat": 4,
     "nbformat_minor": 5
    }

    """

  @Test func `a file comes back as it was`() throws {
    let notebook = try Notebook(parsing: Array(Self.example.utf8))
    #expect(String(decoding: notebook.bytes, as: UTF8.self) == Self.example)
    #expect(notebook.cells[0].source == "# Tïtle\ntext")
  }

  @Test(arguments: [
    "", "[]", "{}", "{\"cells\":[1]}", "{\"nbformat\":2,\"cells\":[]}", "{\"nbformat\":9,\"cells\":[]}",
  ])
  func `what is no notebook is an error`(_ text: String) {
    #expect(throws: NotebookError.self) { try Notebook(parsing: Array(text.utf8)) }
  }

  @Test func `version 3 is upgraded`() throws {
    let text = """
      {"metadata":{"name":"x"},"nbformat":3,"nbformat_minor":0,"worksheets":[{"cells":[
      {"cell_type":"heading","level":2,"source":"T"},
      {"cell_type":"code","input":["a\\n","b"],"prompt_number":3,"language":"python","collapsed":false,"outputs":[
      {"output_type":"pyout","prompt_number":3,"text":["4"]},{"output_type":"stream","stream":"stderr","text":"e"}]}]}]}
      """
    let notebook = try Notebook(parsing: Array(text.utf8))
    #expect(notebook.cells.map { $0.source } == ["## T", "a\nb"])
    #expect(notebook.cells[1].executionCount == 3)
    #expect(notebook.cells[1].outputs[0]["data"] == ["text/plain": "4"])
    #expect(notebook.cells[1].outputs[1]["name"] == "stderr")
  }

  @Test func `lines are cut where Python cuts them`() {
    #expect(Multiline.split("a\r\nb\rc\u{2028}d\n") == ["a\r\n", "b\r", "c\u{2028}", "d\n"])
    #expect(Multiline.split("") == [])
  }

  private func run(_ sources: [String], _ change: (inout NotebookRunner) -> Void = { _ in }) -> (
    Notebook, NotebookRunner.Outcome
  ) {
    var notebook = Notebook()
    notebook.cells = sources.map { NotebookCell(kind: .code, source: $0) }
    var runner = NotebookRunner(info: EchoLanguage.info, language: { EchoLanguage() })
    change(&runner)
    let outcome = runner.run(&notebook)
    return (notebook, outcome)
  }

  @Test func `outputs are collected and streams joined`() {
    let (notebook, outcome) = run([
      "print a\nprint b\nerror c\ndisplay d\n7", "", "print x\nclear wait\nprint y",
    ])
    #expect(outcome == .finished)
    #expect(
      notebook.cells[0].outputs.map { $0["output_type"]?.string } == [
        "stream", "stream", "display_data", "execute_result",
      ])
    #expect(notebook.cells[0].outputs[0]["text"] == "a\nb\n")
    #expect(notebook.cells[1].executionCount == nil)
    #expect(notebook.cells[2].executionCount == 2)
    #expect(notebook.cells[2].outputs == [["output_type": "stream", "name": "stdout", "text": "y\n"]])
  }

  @Test func `an error ends the run unless it is allowed`() {
    let (notebook, outcome) = run(["raise E", "1"])
    #expect(
      outcome == .failed(cell: 0, ErrorReport(name: "E", value: "value", traceback: ["Traceback", "E"])))
    #expect(notebook.cells[0].outputs.count == 1)
    #expect(notebook.cells[1].outputs.isEmpty)
    #expect(run(["raise E", "1"]) { $0.allowsErrors = true }.1 == .finished)
  }

  @Test func `a cell that takes too long is interrupted`() {
    #expect(run(["sleep 60"]) { $0.timeout = 0.1 }.1 == .timedOut(cell: 0))
    #expect(run(["spin"]) { $0.timeout = 0.1 }.1 == .timedOut(cell: 0))
  }

  @Test func `exit ends the run without an error`() {
    let (notebook, outcome) = run(["exit", "1"])
    #expect(outcome == .finished)
    #expect(notebook.cells[1].outputs.isEmpty)
  }
}
