"""`torch.onnx`: Wick writes no ONNX files."""

__all__ = ['export', 'is_in_onnx_export', 'dynamo_export']


def export(model, args=(), f=None, **options):
    """Raises: a graph of the model would be needed, which Wick does not record."""
    raise NotImplementedError('torch.onnx.export: Wick records no graphs of models, so it cannot write ONNX files; save the '
                              'weights with torch.save(model.state_dict(), path) and export them where PyTorch runs')


dynamo_export = export


def is_in_onnx_export():
    return False
