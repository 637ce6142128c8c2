# The loop runs when the runner draws the figures that the program left open.
# expect: timeout
# stdout contains: before
import matplotlib.pyplot as plt
from matplotlib.artist import Artist


class Endless(Artist):
    def draw(self, renderer):
        while True:
            pass


print('before')
figure, axes = plt.subplots()
axes.add_artist(Endless())
