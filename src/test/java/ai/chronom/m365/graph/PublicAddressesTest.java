package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "fec0::1"
      })
  void insideIsRefusedUnlessTheOperatorNamedTheHost(String address) throws UnknownHostException {
    assertThatThrownBy(() -> addresses(address, false).lookup("reports.office.com"))
        .isInstanceOf(UnknownHostException.class);
    assertThat(addresses(address, true).lookup("reports.office.com")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.190.128.1", "2603:1030::1"})
  void outsideIsAllowed(String address) throws UnknownHostException {
    assertThat(addresses(address, false).lookup("reports.office.com")).hasSize(1);
  }

  private static PublicAddresses addresses(String address, boolean named) {
    return new PublicAddresses(host -> List.of(InetAddress.getByName(address)), host -> named);
  }
}
