#> (330, 330)
#: files ["code.png"]
import qrcode
image = qrcode.make('https://example.com')
image.save('code.png')
print(image.size)
