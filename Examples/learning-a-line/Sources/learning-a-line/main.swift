// Fits a line through noisy points by gradient descent: the last section of autograd.ipynb, in Swift.
import Autograd

Random.manualSeed(0)
let inputs = try linspace(-1, 1, steps: 50)
let targets = 2 * inputs - 1 + 0.1 * (try randn([50]))

let slope = try zeros([1]).setRequiresGrad()
let offset = try zeros([1]).setRequiresGrad()

for step in 0...100 {
  let loss = try mean((slope * inputs + offset - targets) ** 2)
  try loss.backward()
  try noGrad {
    for parameter in [slope, offset] {
      guard let gradient = parameter.grad else { continue }
      _ = try sub_(parameter, gradient, alpha: 0.1)
      try parameter.setGrad(nil)
    }
  }
  if step % 20 == 0 { print("step \(step): loss \(detach(loss))") }
}
print("slope \(slope), offset \(offset)")
