from traitlets import Bunch
