# Recorded from CPython 3.11.7.
"""JSON with indents, sorted keys and separators; what a file gets."""
import io
import json

value = {"b": [1, 2.5, None, True], "a": {"é": "中\n", "": []}, "c": {}, "d": [[], {}, ()]}
for options in (
    {"indent": 2}, {"indent": "\t", "ensure_ascii": False}, {"indent": 0}, {"sort_keys": True},
    {"sort_keys": True, "indent": 1, "separators": (",", ":")}, {"separators": (",", ":")},
):
    print(json.dumps(value, **options))
    out = io.StringIO()
    json.dump(value, out, **options)
    print(out.getvalue() == json.dumps(value, **options), json.loads(out.getvalue())["a"])
print(json.dumps({2: 1, 10: 2, 1: 3}, sort_keys=True, indent=1))
for bad in ({"a": {1}}, {(1, 2): 3}, {"b": 1, 2: 3}):
    try:
        print(json.dumps(bad, indent=2, sort_keys=True))
    except TypeError as error:
        print(error)


class Short(json.JSONEncoder):
    def default(self, o):
        return sorted(o)


print(json.dumps({"s": {3, 1, 2}}, cls=Short, indent=2))
for text in ('{"a": [1, "\\u4e2d"]}', '["é", "中", "\\ud83d\\ude00"]', '{"中": {"a": 1}, "b": [true, null]}'):
    print(json.loads(text))
# expect: {
# expect:   "b": [
# expect:     1,
# expect:     2.5,
# expect:     null,
# expect:     true
# expect:   ],
# expect:   "a": {
# expect:     "\u00e9": "\u4e2d\n",
# expect:     "": []
# expect:   },
# expect:   "c": {},
# expect:   "d": [
# expect:     [],
# expect:     {},
# expect:     []
# expect:   ]
# expect: }
# expect: True {'é': '中\n', '': []}
# expect: {
# expect: 	"b": [
# expect: 		1,
# expect: 		2.5,
# expect: 		null,
# expect: 		true
# expect: 	],
# expect: 	"a": {
# expect: 		"é": "中\n",
# expect: 		"": []
# expect: 	},
# expect: 	"c": {},
# expect: 	"d": [
# expect: 		[],
# expect: 		{},
# expect: 		[]
# expect: 	]
# expect: }
# expect: True {'é': '中\n', '': []}
# expect: {
# expect: "b": [
# expect: 1,
# expect: 2.5,
# expect: null,
# expect: true
# expect: ],
# expect: "a": {
# expect: "\u00e9": "\u4e2d\n",
# expect: "": []
# expect: },
# expect: "c": {},
# expect: "d": [
# expect: [],
# expect: {},
# expect: []
# expect: ]
# expect: }
# expect: True {'é': '中\n', '': []}
# expect: {"a": {"": [], "\u00e9": "\u4e2d\n"}, "b": [1, 2.5, null, true], "c": {}, "d": [[], {}, []]}
# expect: True {'': [], 'é': '中\n'}
# expect: {
# expect:  "a":{
# expect:   "":[],
# expect:   "\u00e9":"\u4e2d\n"
# expect:  },
# expect:  "b":[
# expect:   1,
# expect:   2.5,
# expect:   null,
# expect:   true
# expect:  ],
# expect:  "c":{},
# expect:  "d":[
# expect:   [],
# expect:   {},
# expect:   []
# expect:  ]
# expect: }
# expect: True {'': [], 'é': '中\n'}
# expect: {"b":[1,2.5,null,true],"a":{"\u00e9":"\u4e2d\n","":[]},"c":{},"d":[[],{},[]]}
# expect: True {'é': '中\n', '': []}
# expect: {
# expect:  "1": 3,
# expect:  "2": 1,
# expect:  "10": 2
# expect: }
# expect: Object of type set is not JSON serializable
# expect: keys must be str, int, float, bool or None, not tuple
# expect: '<' not supported between instances of 'int' and 'str'
# expect: {
# expect:   "s": [
# expect:     1,
# expect:     2,
# expect:     3
# expect:   ]
# expect: }
# expect: {'a': [1, '中']}
# expect: ['é', '中', '😀']
# expect: {'中': {'a': 1}, 'b': [True, None]}
