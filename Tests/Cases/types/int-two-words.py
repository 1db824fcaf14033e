# Recorded from CPython 3.11.7.
# Ints around 64 and 128 bits: each operator, by instruction and by function.
import operator
x=88172645463325252
def rnd():
    global x
    x^=(x<<13)&0xffffffffffffffff; x^=x>>7; x^=(x<<17)&0xffffffffffffffff
    return x
def num():
    b=rnd()%135
    v=(rnd()<<71|rnd()) & ((1<<b)-1)
    k=rnd()%8
    if k==0: v=1<<b
    if k==1: v=(1<<b)-1
    if k==2: v=(1<<b)+1
    return -v if rnd()&1 else v
ops=[operator.add,operator.sub,operator.mul,operator.floordiv,operator.mod,operator.and_,operator.or_,operator.xor]
h=0
for i in range(2500):
    a,b=num(),num()
    for o in ops:
        if o in (operator.floordiv,operator.mod) and b==0: continue
        r=o(a,b)
        h=(h*1000003+hash(r)+(r&0xffff)+(r.bit_length()))%(2**61-1)
    # operators by instruction
    h=(h*31+hash(a+b)+hash(a-b)+hash(a*b)+hash(a&b)+hash(a|b)+hash(a^b))%(2**61-1)
    if b: 
        q,r=a//b,a%b
        assert q*b+r==a and (r==0 or (r<0)==(b<0)), (a,b)
        h=(h*31+hash(q)+hash(r))%(2**61-1)
    s=rnd()%140
    h=(h*31+hash(a<<s)+hash(a>>s))%(2**61-1)
    c=a
    c+=b; c-=1; c*=3
    h=(h*31+hash(c)+hash(str(c)))%(2**61-1) if False else (h*31+hash(c))%(2**61-1)
    if i%500==0: print(i,h,a,b,a*b,a<<s,a>>s)
print(h)
for e in ('(1<<70)//0','(1<<70)%0','5%(0)','(1<<70)<<-1','(1<<70)>>-1','1<<(1<<70)','2**63-1+1','-2**63-1','-(2**63)*-1','(-2**63)//-1'):
    try: print(e, eval(e))
    except Exception as ex: print(e, type(ex).__name__, ex)
a=2**63-1; b=a+1; print(b, b-1, type(b-1), (b-1)==a, -b, -b-1, b*-1)
# expect: 0 623059211573623039 39632 -19439772942957751 -770437081275301587632 20291584 77
# expect: 500 681271125300376713 -31 4694049572398744390117067 -145515536744361076093629077 -1143698132569992200192 -1
# expect: 1000 332871135797343190 -7746 -2083752484563432 16140746745428344272 -991488 -61
# expect: 1500 1508309861382617954 -2934266869952559802 -3692655521610 10835236759207611751609028321220 -5868533739905119604 -1467133434976279901
# expect: 2000 385694098112292268 154499265802292 316912650057057350374175801343 48962771757274052535234292034677764906078156 5836817235621697012810026649812729856 0
# expect: 135605093183319602
# expect: (1<<70)//0 ZeroDivisionError integer division or modulo by zero
# expect: (1<<70)%0 ZeroDivisionError integer modulo by zero
# expect: 5%(0) ZeroDivisionError integer modulo by zero
# expect: (1<<70)<<-1 ValueError negative shift count
# expect: (1<<70)>>-1 ValueError negative shift count
# expect: 1<<(1<<70) OverflowError too many digits in integer
# expect: 2**63-1+1 9223372036854775808
# expect: -2**63-1 -9223372036854775809
# expect: -(2**63)*-1 9223372036854775808
# expect: (-2**63)//-1 9223372036854775808
# expect: 9223372036854775808 9223372036854775807 <class 'int'> True -9223372036854775808 -9223372036854775809 -9223372036854775808
