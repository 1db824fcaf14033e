# Recorded from CPython 3.11.7.
def f():
    s='ab'; t=s
    s+='cd'; print(s,t)
    u=s; s+='ef'; print(s,u)
    d={s:1}; s+='g'; print(d,s)
    l=[s]; s+='h'; print(l,s)
    s+=s; print(s)
    s+='é'; print(s); s+='日'; print(s); s+='x'; print(s, len(s), hash(s)==hash(''.join(list(s))))
    def g(): return s
    s+='1'; a=g(); s+='2'; print(a,s,g())
    x='a'; x+='b'; y=x[0:]; x+='c'; print(x,y)
    it=iter(x); x+='d'; print(list(it),x)
    for c in x:
        x+='z'
    print(x)
    q='q'; q+=''; w=q; q+='r'; print(q,w)
    e=''; e+='k'; e+='l'; print(e, '', 'k')
f()
# expect: abcd ab
# expect: abcdef abcd
# expect: {'abcdef': 1} abcdefg
# expect: ['abcdefg'] abcdefgh
# expect: abcdefghabcdefgh
# expect: abcdefghabcdefghé
# expect: abcdefghabcdefghé日
# expect: abcdefghabcdefghé日x 19 True
# expect: abcdefghabcdefghé日x1 abcdefghabcdefghé日x12 abcdefghabcdefghé日x12
# expect: abc ab
# expect: ['a', 'b', 'c'] abcd
# expect: abcdzzzz
# expect: qr q
# expect: kl  k
