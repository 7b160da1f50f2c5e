import ArgumentParser
import ProcedureLanguage
import SwiftCSV
print(tryYAML())
