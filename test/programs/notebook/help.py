#> Signature: area(width, height=2)
#> Type:      function
#> Docstring: The area of a rectangle.
def area(width, height=2):
    'The area of a rectangle.'
    return width * height
area?
