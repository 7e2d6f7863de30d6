package ai.chronom.m365.audit;

/** Makes links that nobody without the key can make. */
public interface ChainKey extends AutoCloseable {
  /**
   * @return a message authentication code, 64 digits of lower-case hex
   */
  String link(byte[] content);

  /** Wipes it. */
  @Override
  void close();
}
