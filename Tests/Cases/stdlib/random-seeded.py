# Recorded from CPython 3.11.7.
import random

random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 6) for _ in range(10)], random.randrange(0, 100, 5), random.getrandbits(40))
print(random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[9, 1], k=8), random.sample(range(100), 5))
x = list(range(10))
random.shuffle(x)
print(x, random.uniform(-1, 1), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(2), random.triangular(0, 1, 0.5))
print(random.betavariate(2, 3), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.vonmisesvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2))
random.seed("text")
print(random.random(), random.randint(0, 10**20))
random.seed(3.5)
print(random.random())
random.seed(-7)
print(random.random())
random.seed(2**100)
print(random.random(), random.sample([1, 2, 3], 2), random.sample(range(10**9), 3))
# expect: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]
# expect: [2, 2, 6, 1, 6, 6, 5, 1, 5, 4] 5 98912225902
# expect: b [1, 2, 2, 3, 3] ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'] [27, 97, 43, 13, 11]
# expect: [3, 8, 0, 7, 4, 2, 9, 5, 1, 6] 0.07245618290940148 0.9614890725302875 6.046654033330205 0.48184810256342375 0.7370426843675739
# expect: 0.7562764678212112 1.1906265925085306 0.6005521017405171 5.837233791867658 1.166616388605337 0.48486958705794414
# expect: 0.8711565613554825 70067406539596049367
# expect: 0.3039190124834461
# expect: 0.32383276483316237
# expect: 0.7586581712996778 [1, 3] [559541801, 139896325, 769415791]
