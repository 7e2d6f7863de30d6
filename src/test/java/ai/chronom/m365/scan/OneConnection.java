package ai.chronom.m365.scan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A pool of one: each caller gets the same connection, fresh as from a server's pool. For one
 * thread at a time.
 */
final class OneConnection {
  private final DataSource real;
  private Connection open;

  private OneConnection(DataSource real) {
    this.real = real;
  }

  static DataSource of(DataSource real) {
    OneConnection one = new OneConnection(real);
    return (DataSource)
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                method.getName().equals("getConnection")
                    ? one.lend()
                    : invoke(real, method, arguments));
  }

  private Connection lend() throws SQLException {
    if (open == null || open.isClosed()) {
      open = real.getConnection();
    }
    Connection connection = open;
    connection.setAutoCommit(true);
    return (Connection)
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(connection, method, arguments));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
