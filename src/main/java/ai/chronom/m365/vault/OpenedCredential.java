package ai.chronom.m365.vault;

/**
 * A credential in clear, for one use; the caller closes it.
 *
 * @param version counts the tenant's credentials, from 1
 */
public record OpenedCredential(Credential credential, long version) implements AutoCloseable {
  @Override
  public void close() {
    credential.close();
  }
}
