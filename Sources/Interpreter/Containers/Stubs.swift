extension VM {
  func installTemporary() {
    let p = NativeFunction(self, "print(*args)", "") { (vm, args) throws(Raised) in
      var t = ""
      for v in try vm.list(of: args[0]) { t += try vm.str(v).string + " " }
      t += "\n"
      t.withUTF8 { vm.writeOutput(.stdout, $0) }
      return .none
    }
    builtins.set(self, "print", .object(p))
  }
}
