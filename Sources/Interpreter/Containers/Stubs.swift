extension VM {
  package func makeBytes(_ bytes: [UInt8]) -> Value { .none }
}
