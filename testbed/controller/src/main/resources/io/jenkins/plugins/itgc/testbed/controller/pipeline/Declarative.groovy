// declarative
