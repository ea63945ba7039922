import '@apollo/client';

// What client.ts sets for every query, so that the types of its answers allow for it.
declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
    }
  }
}
