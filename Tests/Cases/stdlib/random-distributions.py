# Recorded from CPython 3.11.7.
import random
def t(s):
    try: print(s,'->',repr(eval(s))[:400])
    except BaseException as e: print(s,'->',type(e).__name__,e.args)
for seed in [0,1,42,-5,2**100,'hello',b'x',1.5,'ü',bytearray(b'q')]:
    random.seed(seed)
    print(seed,[random.random() for _ in range(3)],random.getrandbits(5),random.getrandbits(100),random.getrandbits(64))
random.seed(7)
for s in ['random.randint(1,6)','random.randint(-10**30,10**30)','random.randrange(10)','random.randrange(1,100,7)','random.randrange(100,1,-7)','random.randrange(0)','random.randrange(5,1)','random.randrange(1,2,0)','random.uniform(1,10)','random.choice("abc")','random.choice([])','random.choices([1,2,3],k=5)','random.choices([1,2,3],weights=[1,2,3],k=5)','random.choices([1,2,3],cum_weights=[1,3,6],k=5)','random.choices([1],weights=[0])','random.choices([1,2],weights=[1])','random.sample(range(100),10)','random.sample(range(10),10)','random.sample([1,2],3)','random.sample({1,2},1)','random.sample(["a","b"],counts=[3,2],k=4)','random.gauss(0,1)','random.gauss(0,1)','random.gauss()','random.normalvariate(1,2)','random.expovariate(1.5)','random.betavariate(2,3)','random.gammavariate(0.5,1)','random.gammavariate(2,1)','random.gammavariate(1,1)','random.gammavariate(-1,1)','random.lognormvariate(0,1)','random.triangular(0,10,3)','random.triangular()','random.vonmisesvariate(0,4)','random.paretovariate(3)','random.weibullvariate(1,2)','random.randbytes(5)','random.seed([])','random.randint(1.5,2)','random.randint(5,1)','random.getrandbits(-1)','random.getrandbits(0)','random.shuffle(5)','random.Random(3).random()','random.Random("a").random()','isinstance(random.SystemRandom().random(),float)']: t(s)
l=list(range(20)); random.shuffle(l); print(l)
st=random.getstate(); a=[random.random() for _ in range(3)]; random.setstate(st); print(a==[random.random() for _ in range(3)], len(st), len(st[1]), st[2])
r=random.Random(5); print(r.choice(range(1000)), r.random())
class R(random.Random): pass
print(R(5).random())
# expect: 0 [0.8444218515250481, 0.7579544029403025, 0.420571580830845] 8 513868133461680832233190503674 14458531974522955699
# expect: 1 [0.13436424411240122, 0.8474337369372327, 0.763774618976614] 8 614886793670229279908878609289 12019768873862893665
# expect: 42 [0.6394267984578837, 0.025010755222666936, 0.27502931836911926] 7 800402129360547565400942494185 16457808150190122675
# expect: -5 [0.6229016948897019, 0.7417869892607294, 0.7951935655656966] 30 1160853548457195330571808359216 535051974151811365
# expect: 1267650600228229401496703205376 [0.7586581712996778, 0.22562004686918613, 0.9800682106697105] 4 885420533456300408351625406909 6916269532101759631
# expect: hello [0.3537754404730722, 0.6631985810268619, 0.5476053663383964] 4 453716892093387330780830399615 16652481721559924631
# expect: b'x' [0.6307877176639078, 0.5969190493245499, 0.48345759559674273] 24 601374541330269201389569093998 8350539306845435377
# expect: 1.5 [0.551763726942059, 0.2560930858958398, 0.583340633280344] 17 406344195683290952568280197909 7768523641957586895
# expect: ü [0.18612139612298584, 0.13462893856344982, 0.1363666686967384] 23 729482982633495102772257331342 4621342247465349150
# expect: bytearray(b'q') [0.4549104119056959, 0.25767070082900223, 0.9445287901348066] 5 199367942217986507590659951252 11128072698072567241
# expect: random.randint(1,6) -> 3
# expect: random.randint(-10**30,10**30) -> 615844390301145206868205325796
# expect: random.randrange(10) -> 0
# expect: random.randrange(1,100,7) -> 8
# expect: random.randrange(100,1,-7) -> 9
# expect: random.randrange(0) -> ValueError ('empty range for randrange()',)
# expect: random.randrange(5,1) -> ValueError ('empty range for randrange() (5, 1, -4)',)
# expect: random.randrange(1,2,0) -> ValueError ('zero step for randrange()',)
# expect: random.uniform(1,10) -> 5.822938038760203
# expect: random.choice("abc") -> 'b'
# expect: random.choice([]) -> IndexError ('Cannot choose from an empty sequence',)
# expect: random.choices([1,2,3],k=5) -> [2, 3, 1, 1, 2]
# expect: random.choices([1,2,3],weights=[1,2,3],k=5) -> [2, 3, 1, 3, 3]
# expect: random.choices([1,2,3],cum_weights=[1,3,6],k=5) -> [3, 3, 1, 3, 1]
# expect: random.choices([1],weights=[0]) -> ValueError ('Total of weights must be greater than zero',)
# expect: random.choices([1,2],weights=[1]) -> ValueError ('The number of weights does not match the population',)
# expect: random.sample(range(100),10) -> [28, 5, 71, 17, 37, 53, 18, 69, 15, 73]
# expect: random.sample(range(10),10) -> [4, 8, 2, 0, 9, 5, 1, 3, 6, 7]
# expect: random.sample([1,2],3) -> ValueError ('Sample larger than population or is negative',)
# expect: random.sample({1,2},1) -> TypeError ('Population must be a sequence.  For dicts or sets, use sorted(d).',)
# expect: random.sample(["a","b"],counts=[3,2],k=4) -> ['b', 'a', 'a', 'b']
# expect: random.gauss(0,1) -> -1.2315067248181617
# expect: random.gauss(0,1) -> 0.027748560334752124
# expect: random.gauss() -> 0.19059100333884416
# expect: random.normalvariate(1,2) -> 3.2757060658659944
# expect: random.expovariate(1.5) -> 0.19039092205797034
# expect: random.betavariate(2,3) -> 0.4499816487870069
# expect: random.gammavariate(0.5,1) -> 0.343616282699799
# expect: random.gammavariate(2,1) -> 1.7763660592770654
# expect: random.gammavariate(1,1) -> 0.07601842239723701
# expect: random.gammavariate(-1,1) -> ValueError ('gammavariate: alpha and beta must be > 0.0',)
# expect: random.lognormvariate(0,1) -> 1.024818145290804
# expect: random.triangular(0,10,3) -> 3.213536004014318
# expect: random.triangular() -> 0.8173394024161718
# expect: random.vonmisesvariate(0,4) -> 5.898766261136164
# expect: random.paretovariate(3) -> 1.3128568959303886
# expect: random.weibullvariate(1,2) -> 1.2475349916988385
# expect: random.randbytes(5) -> b'\xca\x9a\x7f\xd1P'
# expect: random.seed([]) -> TypeError ('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.',)
# expect: random.randint(1.5,2) -> ValueError ('non-integer arg 1 for randrange()',)
# expect: random.randint(5,1) -> ValueError ('empty range for randrange() (5, 2, -3)',)
# expect: random.getrandbits(-1) -> ValueError ('number of bits must be non-negative',)
# expect: random.getrandbits(0) -> 0
# expect: random.shuffle(5) -> TypeError ("object of type 'int' has no len()",)
# expect: random.Random(3).random() -> 0.23796462709189137
# expect: random.Random("a").random() -> 0.2720295377534757
# expect: isinstance(random.SystemRandom().random(),float) -> True
# expect: [8, 9, 6, 17, 3, 18, 5, 12, 0, 16, 19, 7, 4, 1, 13, 2, 14, 15, 11, 10]
# expect: True 3 625 -1.1031334306922245
# expect: 637 0.2554450164868458
# expect: 0.6229016948897019
