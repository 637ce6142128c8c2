# Copying asks the copy to be copied.
# expect: timeout
# stdout contains: before
import copy


class Hydra:
    def __deepcopy__(self, memo):
        heads = [Hydra(), Hydra()]
        try:
            return copy.deepcopy(heads)
        except RecursionError:
            return heads


print('before')
copy.deepcopy(Hydra())
