# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A list that holds lists, tensors, slices, None or an ellipsis is a tuple as a key, with a warning.
import torch
import warnings

x = torch.arange(12).reshape(3, 4)
i = torch.tensor([0, 1])


def show(text, names={}):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            answer = eval(text, {'x': x, 'i': i, 'torch': torch})
            answer = answer.tolist()
        except Exception as e:
            answer = f'{type(e).__name__}: {e}'
    print(text, answer, [str(w.message)[:60] for w in caught])


for text in ('x[[0, 1]]', 'x[[i, i]]', 'x[[1, i]]', 'x[[slice(None), 1]]', 'x[[None, 1]]', 'x[[..., 1]]', 'x[[[0, 1], [0, 1]]]',
             'x[[[0, 1]] * 32].shape', 'x[[]]', "x['text']", "x['a']", 'x[[1.5]]', 'x[b"ab"]', 'x[[True, False, True]]'):
    show(text)
z = torch.zeros(3, 4)
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    z[[[0, 1], [0, 1]]] = 1
print(z.sum())
w = torch.ones(3, 4, requires_grad=True)
for key in (slice(None), slice(0, 9), (slice(None), slice(0, 4)), (Ellipsis, slice(1, None))):
    print(key, w[key].grad_fn.name())
# expect: x[[0, 1]] [[0, 1, 2, 3], [4, 5, 6, 7]] []
# expect: x[[i, i]] [0, 5] ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x[[1, i]] [4, 5] ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x[[slice(None), 1]] [1, 5, 9] ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x[[None, 1]] [[4, 5, 6, 7]] ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x[[..., 1]] [1, 5, 9] ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x[[[0, 1], [0, 1]]] [0, 5] ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x[[[0, 1]] * 32].shape AttributeError: 'torch.Size' object has no attribute 'tolist' []
# expect: x[[]] [] []
# expect: x['text'] IndexError: too many indices for tensor of dimension 2 ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x['a'] TypeError: new(): invalid data type 'str' ['Using a non-tuple sequence for multidimensional indexing is ']
# expect: x[[1.5]] [[4, 5, 6, 7]] []
# expect: x[b"ab"] TypeError: new(): invalid data type 'bytes' []
# expect: x[[True, False, True]] [[0, 1, 2, 3], [8, 9, 10, 11]] []
# expect: tensor(2.)
# expect: slice(None, None, None) SliceBackward0
# expect: slice(0, 9, None) SliceBackward0
# expect: (slice(None, None, None), slice(0, 4, None)) AliasBackward0
# expect: (Ellipsis, slice(1, None, None)) SliceBackward0
