# Recorded from CPython 3.11.7.
def t(s):
    try: print(s,'->',repr(eval(s)))
    except BaseException as e: print(s,'->',type(e).__name__,e.args)
for s in ['1/0','1.0/0','1//0','1%0','divmod(1,0)','1.0//0','1.0%0','divmod(1.0,0)','0**-1','0.0**-1','1e308**2','1<<-1','1>>-1','10**400/3','float(10**400)','10**400*1.0','10**400//1.0','1<<10**30','1>>10**30','0<<10**30','pow(2,3,0)','pow(2,-1,4)','pow(2,-1,7)','pow(2,3,-5)','int("")','int("1_")','int("12",1)','int("z",36)','int(b"12x")','int("1"*5000)','str(10**5000)','int([])','int("12", "3")','int(1.5,2)','int(x=1)','int("0x10",0)','int("010",0)','int(" 12 ")','int("1__2")','float("")','float("1_0")','float("1_")','float("abc")','float([])','float(" inf ")','float("nan")','float("infinity")','complex("1+2j")','complex("abc")','complex([])','complex("1",2)','complex(1,"2")','10**400 == float("inf")','(-8)**(1/3)','-7//2','-7%3','7%-3','divmod(-7,2)','-7.5//2','-7.5%2','hash(2**61-1)','hash(-2**61)','hash(1.5)','hash(1j)','hash(float("inf"))','2**0.5','True+True','~True','True&False','True|2','1 .real','(5).to_bytes(1,"big")','(300).to_bytes(1,"big")','(-1).to_bytes(1,"big")','(5).to_bytes(2,"foo")','int.from_bytes(b"\\xff\\x01","little",signed=True)','float.fromhex("0x1.8p3")','(1.1).hex()','float.fromhex("zz")','1j/0','1j//1','1j%1','0j**-1','1j<2','round(2.5)','round(-3.567,2)','round(12345,-2)','round(15,-1)','round(25,-1)','round(1e300,-300)','round(float("nan"))','round(float("inf"))','round(1.5,None)','(1.5).as_integer_ratio()','float("inf").as_integer_ratio()','float("nan").as_integer_ratio()','complex(1,-0.0)','-1j','repr(complex(float("nan"),float("inf")))','1e16','1e15','123456789012345678.0','0.0001','0.00001','1 .__add__(2.0)','int.__add__(True,1)','bool(2)','bool(1,2)','float(1,2)','float(x=1)','int.from_bytes([1,2],"big")','(1).bit_length()','(-5).bit_count()','5 .__round__(1.5)','int("१२")','int("1"*4301)','10**4300','3 .__pow__(2,5)','1+"a"','1j+"a"','abs(-3+4j)','abs(complex(1e308,1e308))','-(2**63)','2**63','-2**63//-1','1e400','int(1e300)','(2**53+1)*1.0','0.1+0.2','(3).__divmod__(0)','1.0 .__divmod__(0)','"%d" % 1e400', 'pow(0,-1,5)','1j**2','(1+2j)**3','(1+2j)**0.5','(1+2j)**-2','complex(True)','complex(real=1,imag=2)','int(float("nan"))','int(float("inf"))', 'int("0b101",2)','int("0b101",16)','int("-0xff",16)','int("+ 5")','int("٣")','int("1 2")','int(b"1\\x00")','int("1\\x002")','int(10**30)','float(10**30)','2**-1','(-2)**-3','10**20 % 7.5','float("1e400")','float("-1e400")','1_000.0']: t(s)
# expect: 1/0 -> ZeroDivisionError ('division by zero',)
# expect: 1.0/0 -> ZeroDivisionError ('float division by zero',)
# expect: 1//0 -> ZeroDivisionError ('integer division or modulo by zero',)
# expect: 1%0 -> ZeroDivisionError ('integer modulo by zero',)
# expect: divmod(1,0) -> ZeroDivisionError ('integer division or modulo by zero',)
# expect: 1.0//0 -> ZeroDivisionError ('float floor division by zero',)
# expect: 1.0%0 -> ZeroDivisionError ('float modulo',)
# expect: divmod(1.0,0) -> ZeroDivisionError ('float divmod()',)
# expect: 0**-1 -> ZeroDivisionError ('0.0 cannot be raised to a negative power',)
# expect: 0.0**-1 -> ZeroDivisionError ('0.0 cannot be raised to a negative power',)
# expect: 1e308**2 -> OverflowError (34, 'Numerical result out of range')
# expect: 1<<-1 -> ValueError ('negative shift count',)
# expect: 1>>-1 -> ValueError ('negative shift count',)
# expect: 10**400/3 -> OverflowError ('integer division result too large for a float',)
# expect: float(10**400) -> OverflowError ('int too large to convert to float',)
# expect: 10**400*1.0 -> OverflowError ('int too large to convert to float',)
# expect: 10**400//1.0 -> OverflowError ('int too large to convert to float',)
# expect: 1<<10**30 -> OverflowError ('too many digits in integer',)
# expect: 1>>10**30 -> 0
# expect: 0<<10**30 -> 0
# expect: pow(2,3,0) -> ValueError ('pow() 3rd argument cannot be 0',)
# expect: pow(2,-1,4) -> ValueError ('base is not invertible for the given modulus',)
# expect: pow(2,-1,7) -> 4
# expect: pow(2,3,-5) -> -2
# expect: int("") -> ValueError ("invalid literal for int() with base 10: ''",)
# expect: int("1_") -> ValueError ("invalid literal for int() with base 10: '1_'",)
# expect: int("12",1) -> ValueError ('int() base must be >= 2 and <= 36, or 0',)
# expect: int("z",36) -> 35
# expect: int(b"12x") -> ValueError ("invalid literal for int() with base 10: b'12x'",)
# expect: int("1"*5000) -> ValueError ('Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit',)
# expect: str(10**5000) -> ValueError ('Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',)
# expect: int([]) -> TypeError ("int() argument must be a string, a bytes-like object or a real number, not 'list'",)
# expect: int("12", "3") -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: int(1.5,2) -> TypeError ("int() can't convert non-string with explicit base",)
# expect: int(x=1) -> TypeError ("'x' is an invalid keyword argument for int()",)
# expect: int("0x10",0) -> 16
# expect: int("010",0) -> ValueError ("invalid literal for int() with base 0: '010'",)
# expect: int(" 12 ") -> 12
# expect: int("1__2") -> ValueError ("invalid literal for int() with base 10: '1__2'",)
# expect: float("") -> ValueError ("could not convert string to float: ''",)
# expect: float("1_0") -> 10.0
# expect: float("1_") -> ValueError ("could not convert string to float: '1_'",)
# expect: float("abc") -> ValueError ("could not convert string to float: 'abc'",)
# expect: float([]) -> TypeError ("float() argument must be a string or a real number, not 'list'",)
# expect: float(" inf ") -> inf
# expect: float("nan") -> nan
# expect: float("infinity") -> inf
# expect: complex("1+2j") -> (1+2j)
# expect: complex("abc") -> ValueError ('complex() arg is a malformed string',)
# expect: complex([]) -> TypeError ("complex() first argument must be a string or a number, not 'list'",)
# expect: complex("1",2) -> TypeError ("complex() can't take second arg if first is a string",)
# expect: complex(1,"2") -> TypeError ("complex() second arg can't be a string",)
# expect: 10**400 == float("inf") -> False
# expect: (-8)**(1/3) -> (1.0000000000000002+1.7320508075688772j)
# expect: -7//2 -> -4
# expect: -7%3 -> 2
# expect: 7%-3 -> -2
# expect: divmod(-7,2) -> (-4, 1)
# expect: -7.5//2 -> -4.0
# expect: -7.5%2 -> 0.5
# expect: hash(2**61-1) -> 0
# expect: hash(-2**61) -> -2
# expect: hash(1.5) -> 1152921504606846977
# expect: hash(1j) -> 1000003
# expect: hash(float("inf")) -> 314159
# expect: 2**0.5 -> 1.4142135623730951
# expect: True+True -> 2
# expect: ~True -> -2
# expect: True&False -> False
# expect: True|2 -> 3
# expect: 1 .real -> 1
# expect: (5).to_bytes(1,"big") -> b'\x05'
# expect: (300).to_bytes(1,"big") -> OverflowError ('int too big to convert',)
# expect: (-1).to_bytes(1,"big") -> OverflowError ("can't convert negative int to unsigned",)
# expect: (5).to_bytes(2,"foo") -> ValueError ("byteorder must be either 'little' or 'big'",)
# expect: int.from_bytes(b"\xff\x01","little",signed=True) -> 511
# expect: float.fromhex("0x1.8p3") -> 12.0
# expect: (1.1).hex() -> '0x1.199999999999ap+0'
# expect: float.fromhex("zz") -> ValueError ('invalid hexadecimal floating-point string',)
# expect: 1j/0 -> ZeroDivisionError ('complex division by zero',)
# expect: 1j//1 -> TypeError ("unsupported operand type(s) for //: 'complex' and 'int'",)
# expect: 1j%1 -> TypeError ("unsupported operand type(s) for %: 'complex' and 'int'",)
# expect: 0j**-1 -> ZeroDivisionError ('0.0 to a negative or complex power',)
# expect: 1j<2 -> TypeError ("'<' not supported between instances of 'complex' and 'int'",)
# expect: round(2.5) -> 2
# expect: round(-3.567,2) -> -3.57
# expect: round(12345,-2) -> 12300
# expect: round(15,-1) -> 20
# expect: round(25,-1) -> 20
# expect: round(1e300,-300) -> 1e+300
# expect: round(float("nan")) -> ValueError ('cannot convert float NaN to integer',)
# expect: round(float("inf")) -> OverflowError ('cannot convert float infinity to integer',)
# expect: round(1.5,None) -> 2
# expect: (1.5).as_integer_ratio() -> (3, 2)
# expect: float("inf").as_integer_ratio() -> OverflowError ('cannot convert Infinity to integer ratio',)
# expect: float("nan").as_integer_ratio() -> ValueError ('cannot convert NaN to integer ratio',)
# expect: complex(1,-0.0) -> (1-0j)
# expect: -1j -> (-0-1j)
# expect: repr(complex(float("nan"),float("inf"))) -> '(nan+infj)'
# expect: 1e16 -> 1e+16
# expect: 1e15 -> 1000000000000000.0
# expect: 123456789012345678.0 -> 1.2345678901234568e+17
# expect: 0.0001 -> 0.0001
# expect: 0.00001 -> 1e-05
# expect: 1 .__add__(2.0) -> NotImplemented
# expect: int.__add__(True,1) -> 2
# expect: bool(2) -> True
# expect: bool(1,2) -> TypeError ('bool expected at most 1 argument, got 2',)
# expect: float(1,2) -> TypeError ('float expected at most 1 argument, got 2',)
# expect: float(x=1) -> TypeError ('float() takes no keyword arguments',)
# expect: int.from_bytes([1,2],"big") -> 258
# expect: (1).bit_length() -> 1
# expect: (-5).bit_count() -> 2
# expect: 5 .__round__(1.5) -> TypeError ("'float' object cannot be interpreted as an integer",)
# expect: int("१२") -> 12
# expect: int("1"*4301) -> ValueError ('Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit',)
# expect: 10**4300 -> ValueError ('Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',)
# expect: 3 .__pow__(2,5) -> 4
# expect: 1+"a" -> TypeError ("unsupported operand type(s) for +: 'int' and 'str'",)
# expect: 1j+"a" -> TypeError ("unsupported operand type(s) for +: 'complex' and 'str'",)
# expect: abs(-3+4j) -> 5.0
# expect: abs(complex(1e308,1e308)) -> 1.4142135623730951e+308
# expect: -(2**63) -> -9223372036854775808
# expect: 2**63 -> 9223372036854775808
# expect: -2**63//-1 -> 9223372036854775808
# expect: 1e400 -> inf
# expect: int(1e300) -> 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160
# expect: (2**53+1)*1.0 -> 9007199254740992.0
# expect: 0.1+0.2 -> 0.30000000000000004
# expect: (3).__divmod__(0) -> ZeroDivisionError ('integer division or modulo by zero',)
# expect: 1.0 .__divmod__(0) -> ZeroDivisionError ('float divmod()',)
# expect: "%d" % 1e400 -> OverflowError ('cannot convert float infinity to integer',)
# expect: pow(0,-1,5) -> ValueError ('base is not invertible for the given modulus',)
# expect: 1j**2 -> (-1+0j)
# expect: (1+2j)**3 -> (-11-2j)
# expect: (1+2j)**0.5 -> (1.272019649514069+0.7861513777574233j)
# expect: (1+2j)**-2 -> (-0.12-0.16j)
# expect: complex(True) -> (1+0j)
# expect: complex(real=1,imag=2) -> (1+2j)
# expect: int(float("nan")) -> ValueError ('cannot convert float NaN to integer',)
# expect: int(float("inf")) -> OverflowError ('cannot convert float infinity to integer',)
# expect: int("0b101",2) -> 5
# expect: int("0b101",16) -> 45313
# expect: int("-0xff",16) -> -255
# expect: int("+ 5") -> ValueError ("invalid literal for int() with base 10: '+ 5'",)
# expect: int("٣") -> 3
# expect: int("1 2") -> ValueError ("invalid literal for int() with base 10: '1 2'",)
# expect: int(b"1\x00") -> ValueError ("invalid literal for int() with base 10: b'1\\x00'",)
# expect: int("1\x002") -> ValueError ("invalid literal for int() with base 10: '1\\x002'",)
# expect: int(10**30) -> 1000000000000000000000000000000
# expect: float(10**30) -> 1e+30
# expect: 2**-1 -> 0.5
# expect: (-2)**-3 -> -0.125
# expect: 10**20 % 7.5 -> 2.5
# expect: float("1e400") -> inf
# expect: float("-1e400") -> -inf
# expect: 1_000.0 -> 1000.0
