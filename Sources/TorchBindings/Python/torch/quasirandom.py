"""Sobol's sequences: points that fill the unit cube more evenly than random ones do."""
import torch

__all__ = ['SobolEngine']

# The first numbers m of each dimension from the second on, in base 16 (Joe and Kuo 2008); the recurrence of its primitive
# polynomial gives the rest.
_FIRST = """
    1; 1,3; 1,3,1; 1,1,1; 1,1,3,3; 1,3,5,d; 1,1,5,5,11; 1,1,5,5,5; 1,1,7,b,13; 1,1,5,1,1; 1,1,1,3,b; 1,3,5,5,1f; 1,3,3,9,7,31;
    1,1,1,f,15,15; 1,3,1,d,1b,31; 1,1,1,f,7,5; 1,3,1,f,d,19; 1,1,5,5,13,3d; 1,3,7,b,17,f,67; 1,3,7,d,d,f,45; 1,1,3,d,7,23,3f;
    1,3,5,9,1,19,35; 1,3,1,d,9,23,6b; 1,3,1,5,1b,3d,1f; 1,1,5,b,13,29,3d; 1,3,5,3,3,d,45; 1,1,7,d,1,13,1; 1,3,7,5,d,13,3b;
    1,1,3,9,19,1d,29; 1,3,5,d,17,1,37; 1,3,7,3,d,3b,11; 1,3,1,3,5,35,45; 1,1,5,5,17,21,d; 1,1,7,7,1,3d,7b; 1,1,7,9,d,3d,31;
    1,3,3,5,3,37,21; 1,3,1,f,1f,d,31,f5; 1,3,5,f,1f,3b,3f,61; 1,3,1,b,b,b,4d,f9; 1,3,1,b,1b,2b,47,9; 1,1,7,f,15,b,51,2d;
    1,3,7,3,19,1f,41,4f; 1,3,1,1,13,b,3,cd; 1,1,5,9,13,15,1d,9d; 1,3,7,b,1,21,59,b9; 1,3,3,3,f,9,4f,47; 1,3,7,b,f,27,77,1b;
    1,1,3,1,b,1f,61,e1; 1,1,1,3,17,2b,39,b1; 1,3,7,7,11,11,25,47; 1,3,1,5,1b,3f,7b,d5; 1,1,3,5,b,2b,35,85;
    1,3,5,5,1d,11,2f,ad,1df; 1,3,3,b,3,1,6d,9,45; 1,1,1,5,11,27,17,5,157; 1,3,1,5,19,f,1f,67,1f3; 1,1,1,b,b,11,3f,69,b7;
    1,1,5,b,9,1d,61,e7,16b; 1,1,5,f,13,2d,29,7,17f; 1,3,7,7,1f,13,53,89,dd; 1,1,1,3,17,f,6f,df,53; 1,1,5,d,1f,f,37,19,a1;
    1,1,3,d,19,2f,27,57,101; 1,1,1,b,15,35,7d,f9,125; 1,1,7,b,b,7,39,4f,143; 1,1,5,5,11,d,51,3,83; 1,1,7,d,17,7,41,fb,1db;
    1,3,5,1,9,2b,3,95,b; 1,1,3,d,1f,d,d,ff,1e7; 1,3,3,1,5,3f,59,5b,7f; 1,1,3,3,1,13,7b,7f,ed; 1,1,5,7,17,1f,25,f3,121;
    1,1,5,b,11,35,75,b7,1eb; 1,1,1,5,1,d,d,d1,159; 1,1,3,f,1,39,73,7,21; 1,3,1,b,7,2b,51,cf,af; 1,3,1,1,f,1b,3f,ff,31;
    1,3,5,3,1b,3d,69,ab,131; 1,1,5,3,1,3,39,f9,95; 1,1,3,5,5,39,f,d,9f; 1,1,1,b,7,b,69,8d,e1; 1,3,3,5,1b,3b,79,65,10f;
    1,3,5,9,b,31,33,3b,73; 1,1,7,1,17,2d,7d,47,1a3; 1,1,3,5,17,5,69,6d,4b; 1,1,7,f,7,b,43,79,1c5; 1,3,7,3,9,d,1f,1b,1c1;
    1,3,1,f,13,27,27,59,f; 1,1,1,1,1,21,49,91,17b; 1,3,1,f,f,2b,1d,d,1e3; 1,1,7,3,13,1b,55,83,1af; 1,3,3,3,5,23,17,c3,15d;
    1,3,3,7,9,1b,27,3b,129; 1,1,3,9,b,11,d,f1,9d; 1,3,7,f,19,39,21,bd,d5; 1,1,7,1,9,37,49,53,d9; 1,3,3,d,13,1b,17,71,f9;
    1,3,5,3,17,2b,3,fd,1df; 1,1,5,5,b,5,2d,75,d9; 1,3,3,7,1d,25,21,7b,93; 1,3,1,f,5,5,25,e3,df,1cb; 1,1,7,5,5,27,3f,ff,87,1e7;
    1,3,1,7,9,7,57,f9,d9,257; 1,1,3,d,9,2f,7,e1,16b,f7; 1,3,7,d,13,d,9,43,9,2e1; 1,3,5,5,13,3b,7,29,13f,2a5;
    1,1,5,3,1f,3f,f,2b,cf,315; 1,1,7,9,d,27,3,2f,1f1,a9; 1,3,1,7,15,11,61,13,19f,389; 1,3,7,1,3,1f,47,6f,a5,7f;
    1,1,5,b,1,3d,53,77,cb,34f; 1,3,3,d,9,3d,13,61,2f,23; 1,1,7,7,f,1d,3f,5f,1a1,1d5; 1,3,1,9,19,9,47,39,d5,181;
    1,3,5,d,1f,2f,65,39,27,155; 1,1,3,3,1f,39,7d,ad,16d,227; 1,3,7,1,d,39,43,9d,1c3,2c3; 1,1,1,7,15,d,69,59,1ad,3c5;
    1,1,5,9,11,33,2d,77,9d,8d; 1,3,7,7,d,2d,5b,9,81,2e5; 1,3,7,1,17,39,43,8d,97,23b; 1,1,3,b,11,2f,5d,6b,177,9d;
    1,3,3,5,b,15,2b,33,a9,393; 1,1,5,3,f,37,65,43,1c7,271; 1,3,5,9,1,17,1d,2f,159,253; 1,3,7,7,5,31,1d,9b,143,24d;
    1,3,3,7,5,29,7f,3d,105,2cd; 1,3,7,7,11,17,75,43,81,3f1; 1,1,3,d,b,27,15,cf,7b,131; 1,1,3,9,1d,3,5f,2f,e7,49;
    1,3,1,9,1,1d,75,15,1b9,103; 1,3,1,d,15,27,7d,d3,1b7,2d3; 1,1,7,3,11,3f,73,59,31,305; 1,3,7,d,b,21,65,6b,3f,49;
    1,1,5,5,d,39,3f,87,1b5,b1; 1,1,3,7,1b,3f,5d,2f,1a1,1e3; 1,1,3,1,17,1d,1,bf,31,17; 1,1,3,f,19,37,9,65,db,25f;
    1,3,1,7,7,13,33,fb,189,133; 1,3,3,3,19,37,11,4b,151,3; 1,1,1,d,19,11,41,2d,1df,19d; 1,1,7,7,1b,31,63,a1,d5,2d7;
    1,3,5,1,17,5,2b,29,fb,359; 1,3,3,7,b,3d,27,57,17f,343; 1,1,3,f,d,7,1d,7,1f9,39b; 1,3,7,1,5,1f,2f,9d,1bd,1f5;
    1,1,3,7,1,2b,9,93,73,25d; 1,3,3,d,5,1,77,d3,1c7,3e9; 1,1,3,5,d,13,3,f3,4b,34b; 1,3,7,7,1,13,5b,f9,165,24d;
    1,1,1,9,1,19,6d,c5,117,19b; 1,3,1,f,17,39,3b,87,bf,4b; 1,1,5,f,1d,15,27,fd,17f,15d; 1,3,3,5,13,2d,3d,97,c7,3d5;
    1,3,5,d,9,3d,6b,8d,8d,1; 1,3,1,b,1b,19,55,69,135,3d3; 1,3,3,b,13,7,73,df,15d,2b; 1,1,7,9,15,27,7b,15,113,39f;
    1,1,7,d,f,29,2f,f3,12f,1b5
"""
_KNOWN = _FIRST.count(';') + 2


def _times(a, b, polynomial, degree):
    """The product of two polynomials over GF(2), modulo a third."""
    result = 0
    while b:
        if b & 1:
            result ^= a
        b >>= 1
        a <<= 1
        if a >> degree & 1:
            a ^= polynomial
    return result


def _is_primitive(polynomial, degree):
    """Whether the powers of x run through all that is not zero."""
    order = (1 << degree) - 1

    def power(n):
        result, base = 1, 2 if degree > 1 else 2 ^ polynomial
        while n:
            if n & 1:
                result = _times(result, base, polynomial, degree)
            base = _times(base, base, polynomial, degree)
            n >>= 1
        return result
    rest, divisors, d = order, [], 2
    while d * d <= rest:
        if rest % d == 0:
            divisors.append(d)
            while rest % d == 0:
                rest //= d
        d += 1
    if rest > 1:
        divisors.append(rest)
    return power(order) == 1 and all(power(order // d) != 1 for d in divisors)


def _polynomials():
    """Primitive polynomials by degree, with the degree."""
    degree = 1
    while True:
        for p in range((1 << degree) + 1, 2 << degree, 2):
            if _is_primitive(p, degree):
                yield p, degree
        degree += 1


def _directions(dimension, bits):
    rows = [[1] * bits]
    known = _FIRST.split(';')
    for (polynomial, degree), text in zip(_polynomials(), known[:dimension - 1]):
        m = [int(x, 16) for x in text.split(',')]
        for j in range(degree, bits):
            value = m[j - degree] ^ m[j - degree] << degree
            for k in range(1, degree):
                if polynomial >> degree - k & 1:
                    value ^= m[j - k] << k
            m.append(value)
        rows.append(m)
    return [[m << bits - 1 - j for j, m in enumerate(row)] for row in rows]


class SobolEngine:
    """Draws points of a Sobol sequence, scrambled at random or not."""
    MAXBIT = 30
    MAXDIM = 21201

    def __init__(self, dimension, scramble=False, seed=None):
        if dimension > self.MAXDIM or dimension < 1:
            raise ValueError(f'Supported range of dimensionality for SobolEngine is [1, {self.MAXDIM}]')
        if dimension > _KNOWN:
            raise NotImplementedError(f'Wick knows the direction numbers of {_KNOWN} dimensions, not of {dimension}')
        self.seed, self.scramble, self.dimension = seed, scramble, dimension
        self.sobolstate = torch.tensor(_directions(dimension, self.MAXBIT))
        self.shift = torch.zeros(dimension, dtype=torch.int64)
        if scramble:
            self._scramble()
        self.quasi = self.shift.clone()
        self._first_point = (self.quasi / 2 ** self.MAXBIT).reshape(1, -1)
        self.num_generated = 0

    def _scramble(self):
        generator = None
        if self.seed is not None:
            generator = torch.Generator()
            generator.manual_seed(self.seed)
        bits = self.MAXBIT
        shifts = torch.randint(2, (self.dimension, bits), generator=generator)
        self.shift = (shifts * torch.tensor([1 << k for k in range(bits)])).sum(1)
        mixing = torch.randint(2, (self.dimension, bits, bits), generator=generator).tril().tolist()
        state = self.sobolstate.tolist()
        for row, matrix in zip(state, mixing):
            # Each matrix has ones on its diagonal; rows are numbers whose highest bit is the first column.
            masks = []
            for r, numbers in enumerate(matrix):
                numbers[r] = 1
                masks.append(int(''.join(map(str, numbers)), 2))
            for j, value in enumerate(row):
                row[j] = sum((bin(mask & value).count('1') & 1) << bits - 1 - r for r, mask in enumerate(masks))
        self.sobolstate = torch.tensor(state)

    def _advance(self, count, first):
        """The next states, one after the other."""
        made = []
        for n in range(first, first + count):
            # The place of the lowest zero among the bits of the number.
            place = (~n & n + 1).bit_length() - 1
            self.quasi = self.quasi ^ self.sobolstate[:, place]
            made.append(self.quasi)
        return made

    def draw(self, n=1, out=None, dtype=None):
        if not isinstance(n, int):
            raise TypeError(f"_sobol_engine_draw(): argument 'n' (position 2) must be int, not {type(n).__name__}")
        if dtype is None:
            dtype = torch.get_default_dtype()
        if self.num_generated == 0:
            parts = [self._first_point.to(dtype)]
            if n == 0:
                raise RuntimeError(f'Trying to create tensor with negative dimension -1: [-1, {self.dimension}]')
            made = self._advance(n - 1, 0)
        else:
            parts = []
            made = self._advance(n, self.num_generated - 1)
        if made:
            parts.append(torch.stack(made).to(dtype) / 2 ** self.MAXBIT)
        result = torch.cat(parts) if parts else torch.empty(0, self.dimension, dtype=dtype)
        self.num_generated += n
        if out is not None:
            out.resize_as_(result).copy_(result)
            return out
        return result

    def draw_base2(self, m, out=None, dtype=None):
        n = 2 ** m
        total = self.num_generated + n
        if total & total - 1:
            raise ValueError("The balance properties of Sobol' points require n to be a power of 2. "
                             f"{self.num_generated} points have been previously generated, then: n={self.num_generated}+2**{m}={total}. "
                             "If you still want to do this, please use 'SobolEngine.draw()' instead.")
        return self.draw(n=n, out=out, dtype=dtype)

    def reset(self):
        self.quasi = self.shift.clone()
        self.num_generated = 0
        return self

    def fast_forward(self, n):
        self._advance(n - 1 if self.num_generated == 0 else n, max(self.num_generated - 1, 0))
        self.num_generated += n
        return self

    def __repr__(self):
        told = [f'dimension={self.dimension}']
        if self.scramble:
            told.append('scramble=True')
        if self.seed is not None:
            told.append(f'seed={self.seed}')
        return f'{type(self).__name__}({", ".join(told)})'
