declare module '*.graphql?url' {
  /** The address at which the web serves the file. */
  const address: string;
  export default address;
}
