"""What should break the tool and must not: long runs by `make torture`, a short form of each in `make test`."""
