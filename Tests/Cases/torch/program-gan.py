# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Two nets against each other, with a gradient penalty.
import torch, torch.nn as nn, torch.optim as optim
from torch.autograd import Variable
torch.manual_seed(999)
nz, ngf, ndf, nc = (8, 4, 4, 3)

def weights_init(m):
    classname = m.__class__.__name__
    if classname.find('Conv') != -1:
        nn.init.normal_(m.weight.data, 0.0, 0.02)
    elif classname.find('BatchNorm') != -1:
        nn.init.normal_(m.weight.data, 1.0, 0.02)
        nn.init.constant_(m.bias.data, 0)

class Generator(nn.Module):

    def __init__(self, ngpu=1):
        super().__init__()
        self.main = nn.Sequential(nn.ConvTranspose2d(nz, ngf * 4, 4, 1, 0, bias=False), nn.BatchNorm2d(ngf * 4), nn.ReLU(True), nn.ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias=False), nn.BatchNorm2d(ngf * 2), nn.ReLU(True), nn.ConvTranspose2d(ngf * 2, nc, 4, 2, 1, bias=False), nn.Tanh())

    def forward(self, x):
        return self.main(x)

class Discriminator(nn.Module):

    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(nn.Conv2d(nc, ndf, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, inplace=True), nn.Conv2d(ndf, ndf * 2, 4, 2, 1, bias=False), nn.BatchNorm2d(ndf * 2), nn.LeakyReLU(0.2, inplace=True), nn.Conv2d(ndf * 2, 1, 4, 1, 0, bias=False), nn.Sigmoid())

    def forward(self, x):
        return self.main(x)
netG, netD = (Generator(), Discriminator())
netG.apply(weights_init)
netD.apply(weights_init)
print(netG)
print(netD)
criterion = nn.BCELoss()
fixed_noise = torch.randn(4, nz, 1, 1)
real_label, fake_label = (1.0, 0.0)
optD = optim.Adam(netD.parameters(), lr=0.0002, betas=(0.5, 0.999))
optG = optim.Adam(netG.parameters(), lr=0.0002, betas=(0.5, 0.999))
G_losses, D_losses = ([], [])
for i in range(4):
    real = torch.rand(8, nc, 16, 16) * 2 - 1
    netD.zero_grad()
    b = real.size(0)
    label = torch.full((b,), real_label, dtype=torch.float)
    out = netD(real).view(-1)
    errD_real = criterion(out, label)
    errD_real.backward()
    D_x = out.mean().item()
    fake = netG(torch.randn(b, nz, 1, 1))
    label.fill_(fake_label)
    out = netD(fake.detach()).view(-1)
    errD_fake = criterion(out, label)
    errD_fake.backward()
    z1 = out.mean().item()
    errD = errD_real + errD_fake
    optD.step()
    netG.zero_grad()
    label.fill_(real_label)
    out = netD(fake).view(-1)
    errG = criterion(out, label)
    errG.backward()
    z2 = out.mean().item()
    optG.step()
    print('[%d/%d] Loss_D: %.3f Loss_G: %.3f D(x): %.3f D(G(z)): %.3f / %.3f' % (i, 4, errD.item(), errG.item(), D_x, z1, z2))
    G_losses.append(errG.item())
    D_losses.append(errD.item())
with torch.no_grad():
    f = netG(fixed_noise).detach().cpu()
    print(f.shape, f.min() >= -1, f.max() <= 1)

def gp(D, real, fake):
    a = torch.rand(real.size(0), 1, 1, 1)
    inter = (a * real + (1 - a) * fake).requires_grad_(True)
    d = D(inter)
    g = torch.autograd.grad(outputs=d, inputs=inter, grad_outputs=torch.ones(d.size()), create_graph=True, retain_graph=True, only_inputs=True)[0]
    return ((g.view(g.size(0), -1).norm(2, dim=1) - 1) ** 2).mean()
p = gp(netD, real, fake.detach())
print(f'{p.item():.3f}', p.grad_fn.name())
p.backward()
print([f'{q.grad.abs().sum():.3f}' for q in netD.parameters()])
v = Variable(torch.ones(2, 2), requires_grad=True)
o = (v * 2).mean()
o.backward()
print(v.grad, v.data, isinstance(v, torch.Tensor))
print(netG.main[1].running_mean[:3], netG.main[1].num_batches_tracked)
# expect: Generator(
# expect:   (main): Sequential(
# expect:     (0): ConvTranspose2d(8, 16, kernel_size=(4, 4), stride=(1, 1), bias=False)
# expect:     (1): BatchNorm2d(16, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect:     (2): ReLU(inplace=True)
# expect:     (3): ConvTranspose2d(16, 8, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1), bias=False)
# expect:     (4): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect:     (5): ReLU(inplace=True)
# expect:     (6): ConvTranspose2d(8, 3, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1), bias=False)
# expect:     (7): Tanh()
# expect:   )
# expect: )
# expect: Discriminator(
# expect:   (main): Sequential(
# expect:     (0): Conv2d(3, 4, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1), bias=False)
# expect:     (1): LeakyReLU(negative_slope=0.2, inplace=True)
# expect:     (2): Conv2d(4, 8, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1), bias=False)
# expect:     (3): BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# expect:     (4): LeakyReLU(negative_slope=0.2, inplace=True)
# expect:     (5): Conv2d(8, 1, kernel_size=(4, 4), stride=(1, 1), bias=False)
# expect:     (6): Sigmoid()
# expect:   )
# expect: )
# expect: [0/4] Loss_D: 1.399 Loss_G: 0.684 D(x): 0.500 D(G(z)): 0.505 / 0.505
# expect: [1/4] Loss_D: 1.366 Loss_G: 0.687 D(x): 0.515 D(G(z)): 0.503 / 0.503
# expect: [2/4] Loss_D: 1.398 Loss_G: 0.681 D(x): 0.501 D(G(z)): 0.506 / 0.506
# expect: [3/4] Loss_D: 1.342 Loss_G: 0.669 D(x): 0.537 D(G(z)): 0.513 / 0.512
# expect: torch.Size([4, 3, 16, 16]) tensor(True) tensor(True)
# expect: 0.797 MeanBackward0
# expect: ['14.889', '25.248', '0.254', '0.144', '20.012']
# expect: tensor([[0.5000, 0.5000],
# expect:         [0.5000, 0.5000]]) tensor([[1., 1.],
# expect:         [1., 1.]]) True
# expect: tensor([-1.8008e-03,  7.9883e-05, -2.8356e-04]) tensor(5)
