//! A whole application in a test: TestApp, builders and both databases.
