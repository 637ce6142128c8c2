#> ===
import argparse
def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--n', type=int, default=3)
    print('=' * parser.parse_args().n)
if __name__ == '__main__':
    main()
