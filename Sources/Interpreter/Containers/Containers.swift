/// Registration of the container types and their iterators.
enum Containers {
  /// Sets how the types are made and filled.
  static func install(_ vm: VM) {
    let t = vm.types
    t.list.populate = ListMethods.populate
    t.list.new = ListMethods.make
    t.list.initialize = ListMethods.initialize
    t.tuple.populate = TupleMethods.populate
    t.tuple.new = TupleMethods.make
    t.dict.populate = DictMethods.populate
    t.dict.new = DictMethods.make
    t.dict.initialize = DictMethods.initialize
    t.set.populate = SetMethods.populate
    t.set.new = SetMethods.make
    t.set.initialize = SetMethods.initialize
    t.frozenset.populate = SetMethods.populateFrozen
    t.frozenset.new = SetMethods.makeFrozen
    t.range.populate = RangeObject.populate
    t.range.new = RangeObject.make
    t.slice.populate = SliceObject.populate
    t.slice.new = SliceObject.make
    t.dictKeys.populate = DictView.populate
    t.dictItems.populate = DictView.populate
    t.dictValues.populate = DictView.populateValues
    t.mappingProxy.populate = MappingProxy.populate
    t.mappingProxy.new = { (vm, cls, args) throws(Raised) in
      if args.count != 1 { throw vm.typeError("mappingproxy() missing required argument 'mapping' (pos 1)") }
      let kind = args[0].kind
      if kind == .list || kind == .tuple || !args.slot(0).isObject {
        throw vm.typeError("mappingproxy() argument must be a mapping, not \(vm.type(of: args[0]).name)")
      }
      return .object(MappingProxy(vm, args[0]))
    }
    for type in [t.dictKeys, t.dictItems, t.dictValues] { type.new = nil }

    t.listIterator.populate = { (type, vm) in
      type.iteratorSpecials(vm) { unsafeDowncast($0, to: ListIterator.self).remaining }
    }
    t.tupleIterator.populate = { (type, vm) in
      type.iteratorSpecials(vm) {
        let it = unsafeDowncast($0, to: TupleIterator.self)
        return max(0, it.count &- it.position)
      }
    }
    t.rangeIterator.populate = { (type, vm) in
      type.iteratorSpecials(vm) { unsafeDowncast($0, to: RangeIterator.self).remaining }
    }
    for type in [t.dictKeyIterator, t.dictValueIterator, t.dictItemIterator] {
      type.populate = { (type, vm) in
        type.iteratorSpecials(vm) { unsafeDowncast($0, to: DictIterator.self).remaining }
      }
    }
    t.setIterator.populate = { (type, vm) in
      type.iteratorSpecials(vm) { unsafeDowncast($0, to: SetIterator.self).remaining }
    }
  }
}
