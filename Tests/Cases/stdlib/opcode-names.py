# Recorded from CPython 3.12.1.
import dis, opcode
print(len(opcode.opmap), sorted(opcode.opmap.items())[::9], opcode.opname[:20], len(opcode.opname))
print(opcode.hasconst, opcode.hasname, opcode.hasjrel, opcode.haslocal, opcode.hascompare, opcode.hasexc, sum(opcode.hasarg))
print(opcode.HAVE_ARGUMENT, opcode.EXTENDED_ARG, opcode.cmp_op, dis.opmap["STORE_GLOBAL"], dis.opname is opcode.opname)
# expect: 140 [('BEFORE_ASYNC_WITH', 52), ('BUILD_SLICE', 133), ('CHECK_EXC_MATCH', 36), ('DELETE_GLOBAL', 98), ('FORMAT_VALUE', 155), ('IMPORT_NAME', 108), ('INSTRUMENTED_LINE', 254), ('INSTRUMENTED_YIELD_VALUE', 243), ('LIST_APPEND', 145), ('LOAD_FAST_AND_CLEAR', 143), ('LOAD_SUPER_METHOD', 263), ('MATCH_SEQUENCE', 32), ('PUSH_EXC_INFO', 35), ('SEND', 123), ('STORE_FAST', 125), ('UNARY_NOT', 12)] ['CACHE', 'POP_TOP', 'PUSH_NULL', 'INTERPRETER_EXIT', 'END_FOR', 'END_SEND', '<6>', '<7>', '<8>', 'NOP', '<10>', 'UNARY_NEGATIVE', 'UNARY_NOT', '<13>', '<14>', 'UNARY_INVERT', '<16>', 'RESERVED', '<18>', '<19>'] 267
# expect: [100, 121, 172] [90, 91, 95, 96, 97, 98, 101, 106, 108, 109, 116, 141, 175, 262, 263, 264, 265] [93, 110, 114, 115, 123, 128, 129, 134, 140, 260, 261] [124, 125, 126, 127, 143, 266] [107] [256, 257, 258] 15562
# expect: 90 144 ('<', '<=', '==', '!=', '>', '>=') 97 True
